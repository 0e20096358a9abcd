/*
 * Why the system refused something, in the language that the program speaks.
 */
#ifndef CLI_REASON_H
#define CLI_REASON_H

/*
 * What an errno means. The C library's own translations are not always installed, so what a user of files
 * meets is told in words of our own; the rest in the library's. Never NULL; valid until the next call.
 */
const char *reason_text(int error);

#endif
