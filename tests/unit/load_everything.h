/*
 * A plan that uses every key there is, in every way that its value may be written.
 */
#ifndef LOAD_EVERYTHING_H
#define LOAD_EVERYTHING_H

extern const char load_everything[];

#endif
