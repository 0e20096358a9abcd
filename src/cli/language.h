/*
 * The language that the program speaks.
 */
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

#include <stdbool.h>

/*
 * Chooses the language: `lang` (the --lang option; NULL for none), else PLAN_LANG, else LC_ALL, LC_MESSAGES
 * or LANG, whichever is the first that is set. Returns false when --lang or PLAN_LANG names a language that
 * there is no catalogue for, `*unknown` then being its name; English is spoken then.
 */
bool language_choose(const char *lang, const char **unknown);

#endif
