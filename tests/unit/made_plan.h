/*
 * Plans that a test writes with a loop: from text to timeline, and away again.
 */
#ifndef MADE_PLAN_H
#define MADE_PLAN_H

#include "base/buf.h"
#include "load_file.h"

#include <plan/timeline.h>

/* All zero is none; the text is the caller's to write. */
struct made {
	struct buf text;
	struct loaded loaded;
	struct plan_timeline *timeline;
};

/* Loads the text and works out its timeline; fails the test when either does. */
void make(struct made *made);
void unmake(struct made *made);

#endif
