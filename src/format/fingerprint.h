/*
 * Names for findings that stay the same from run to run, so that a CI system can tell new ones from old.
 *
 * A fingerprint is made from the file's path, the rule and the id it is about - or, of a finding that has
 * none, its message without digits - and from which of those that share all this it is. It does not change
 * when lines or dates move.
 */
#ifndef FORMAT_FINGERPRINT_H
#define FORMAT_FINGERPRINT_H

#include "format/findings.h"

struct fingerprint {
	uint64_t hash;
	size_t occurrence; /* from 1, among those with the same hash */
	size_t order;      /* of the finding, over all files */
};

/* Adds one finding to a report. */
typedef void fingerprint_writer(struct buf *out, const char *path, const struct plan_diag *diag,
								const struct fingerprint *fingerprint);

/*
 * Adds the findings of all files in their order, each on a line of its own with a comma between two. False
 * when memory ran out.
 */
bool fingerprints_write(struct buf *out, const struct findings *findings, fingerprint_writer *write);

/*
 * The fingerprints of all findings, in their order; the caller's to free(). At least one is allocated. NULL
 * when memory ran out.
 */
struct fingerprint *fingerprints_new(const struct findings *findings);

/* A fingerprint as text: "1f0c92ab03de4471:1". */
struct fingerprint_text {
	char text[40];
};
struct fingerprint_text fingerprint_text(const struct fingerprint *fingerprint);

#endif
