/*
 * What is wrong with a text that says when: the message, the hint and the place, for whoever reads dates,
 * gaps and durations. The struct is public: struct plan_expr_error of <plan/date.h>.
 */
#ifndef DATE_FAULT_H
#define DATE_FAULT_H

#include <plan/date.h>

/* A piece of the user's text as a message quotes it. */
struct excerpt {
	char text[64];
};

/* The piece, cut at a character's end with "..." where it is long. What is not UTF-8 is left out. */
struct excerpt excerpt(const char *text, size_t length);

/*
 * Fills in the place and the message, made as by printf, cut at a character's end where it is too long; the
 * hint becomes empty. Returns false, so that a reader can end with it. An earlier fault is replaced.
 */
bool fault_set(struct plan_expr_error *error, size_t offset, size_t length, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Fills in the hint, made as by printf; returns false. */
bool fault_hint(struct plan_expr_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
