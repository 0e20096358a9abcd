/*
 * The language that the program speaks.
 */
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

enum language_result {
	LANGUAGE_SPOKEN,
	LANGUAGE_UNKNOWN,  /* there is no catalogue for it */
	LANGUAGE_NO_LOCALE /* the system has no locale but "C", in which gettext translates nothing */
};

/*
 * Chooses the language: `lang` (the --lang option; NULL for none), else PLAN_LANG, else LC_ALL, LC_MESSAGES
 * or LANG, whichever is the first that is set. `*asked` is what --lang or PLAN_LANG says, NULL when neither
 * does. English is spoken where the result is another than LANGUAGE_SPOKEN; of a locale that was not asked
 * for by name nobody is told.
 */
enum language_result language_choose(const char *lang, const char **asked);

#endif
