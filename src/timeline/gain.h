/*
 * How far a ring of constraints moves days each time round, at the least.
 *
 * A ring whose least gain is positive, whatever day it starts from, never comes to rest: that proves a
 * conflict without going round until 2199. The gain is counted in days, in working days and in months, since
 * a ring may be seen to gain in one count and not in another.
 */
#ifndef TIMELINE_GAIN_H
#define TIMELINE_GAIN_H

#include "timeline/network.h"

/* All zero at first; gains_free when done. Remembers what it had to count. */
struct gains {
	plan_day *workdays; /* all of 1900-2199 */
	uint32_t workday_count;
	uint32_t counted; /* how often it went through them all */
	struct known_gain *known;
	uint32_t known_room;
	bool failed; /* no memory: it then knows less, and proves less */
};

void gains_free(struct gains *gains);

/* Less than the least gain of any shift: nothing is known of it. */
#define SHIFT_ENDLESS (1 << 20)

/* What moves are counted in. A move of at least one working day or month is one of at least a day, but there
 * may be orders that are only seen to move a day on when they are counted so. */
enum gain_count { GAIN_DAYS, GAIN_WORKDAYS, GAIN_MONTHS, GAIN_COUNTS };

/* The least number of days, working days or months that a shift moves any day of 1900-2199 by;
 * -SHIFT_ENDLESS when it is not known. */
int32_t shift_gain(struct gains *gains, const struct network *network, struct shift shift,
				   enum gain_count count);

/* Whether a ring, its arcs in order, gains at least a day from every day of 1900-2199. */
bool ring_gains(struct gains *gains, const struct network *network, const uint32_t *arcs, uint32_t count);

#endif
