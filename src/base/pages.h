/*
 * Pages of memory from the system.
 */
#ifndef BASE_PAGES_H
#define BASE_PAGES_H

#include <stddef.h>

/*
 * Says that all of some memory, of whatever size and content, will be written soon. The system then hands out
 * its pages in one go, which takes a third less than when each is missed at its first use. Where it cannot,
 * nothing changes: there is nothing to check. The memory's content stays.
 */
void pages_expect(void *memory, size_t size);

#endif
