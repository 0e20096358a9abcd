#include "cli/language.h"

#include "base/text.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What `make install` puts the catalogues into; the Makefile knows better. */
#ifndef PLAN_LOCALEDIR
#define PLAN_LOCALEDIR "/usr/local/share/locale"
#endif

/* The folder of the program, which is no longer than PATH_MAX, and what is added to it. */
enum { LANGUAGE_NAME_MAX = 8, FOLDER_MAX = PATH_MAX + 32, FILE_MAX = FOLDER_MAX + 64 };

/* "da" of "da_DK.UTF-8", in lower case; "en" for the locale that is no language. */
static bool language_of(const char *locale, char name[LANGUAGE_NAME_MAX + 1])
{
	size_t length = strcspn(locale, "_.@-");
	if (!length || length > LANGUAGE_NAME_MAX)
		return false;
	for (size_t i = 0; i < length; i++) {
		char c = locale[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + ('a' - 'A'));
		if (c < 'a' || c > 'z')
			return false;
		name[i] = c;
	}
	name[length] = '\0';
	if (!strcmp(name, "c") || !strcmp(name, "posix"))
		memcpy(name, "en", sizeof "en");
	return true;
}

/* The folder that the running program lies in; false where the system does not tell. */
static bool program_folder(char folder[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
	if (length <= 0)
		return false;
	folder[length] = '\0';
	*strrchr(folder, '/') = '\0';
	return true;
}

static bool has_catalogue(const char *folder, const char *language)
{
	char file[FILE_MAX];
	snprintf(file, sizeof file, "%s/%s/LC_MESSAGES/%s.mo", folder, language, TEXT_DOMAIN);
	return access(file, R_OK) == 0;
}

/* The locale folder that has a catalogue of this language: beside the program, where the program was
 * installed with it, or where it was built to be installed. */
static bool find_catalogue(const char *language, char folder[FOLDER_MAX])
{
	static const char *const places[] = {"/locale", "/../share/locale"};
	char program[PATH_MAX];
	bool known = program_folder(program);
	for (size_t i = 0; known && i < sizeof places / sizeof *places; i++) {
		snprintf(folder, FOLDER_MAX, "%s%s", program, places[i]);
		if (has_catalogue(folder, language))
			return true;
	}
	snprintf(folder, FOLDER_MAX, "%s", PLAN_LOCALEDIR);
	return has_catalogue(folder, language);
}

/*
 * gettext translates nothing in the locale "C", and any other may not be installed. C.UTF-8 comes with the C
 * library nearly everywhere, and LANGUAGE then says which catalogue. Only LC_MESSAGES is set: nothing here
 * depends on the rest.
 */
static bool leave_the_c_locale(void)
{
	static const char *const locales[] = {"C.UTF-8", "", "en_US.UTF-8", "da_DK.UTF-8", "en_GB.UTF-8"};
	for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
		const char *set = setlocale(LC_MESSAGES, locales[i]);
		if (set && strcmp(set, "C") != 0 && strcmp(set, "POSIX") != 0)
			return true;
	}
	return false;
}

static enum language_result speak(const char *language)
{
	char folder[FOLDER_MAX];
	if (!find_catalogue(language, folder))
		return LANGUAGE_UNKNOWN;
	if (!leave_the_c_locale())
		return LANGUAGE_NO_LOCALE;
	setenv("LANGUAGE", language, 1); /* without memory for these, texts stay as they are */
	bindtextdomain(TEXT_DOMAIN, folder);
	bind_textdomain_codeset(TEXT_DOMAIN, "UTF-8");
	bind_textdomain_codeset("libc", "UTF-8"); /* its translations of what the system refuses */
	return LANGUAGE_SPOKEN;
}

static const char *first_set(const char *const *names)
{
	for (; *names; names++) {
		const char *value = getenv(*names);
		if (value && *value)
			return value;
	}
	return NULL;
}

enum language_result language_choose(const char *lang, const char **asked)
{
	char name[LANGUAGE_NAME_MAX + 1];
	*asked = lang ? lang : first_set((const char *const[]){"PLAN_LANG", NULL});
	const char *wanted =
		*asked ? *asked : first_set((const char *const[]){"LC_ALL", "LC_MESSAGES", "LANG", NULL});
	enum language_result result = LANGUAGE_SPOKEN;
	bool foreign = false;
	if (wanted && !language_of(wanted, name))
		result = LANGUAGE_UNKNOWN;
	else if (wanted && strcmp(name, "en") != 0) {
		result = speak(name);
		foreign = result == LANGUAGE_SPOKEN;
	}
	text_translate(foreign);
	return *asked ? result : LANGUAGE_SPOKEN;
}
