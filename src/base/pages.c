#include "base/pages.h"

#include <errno.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/* Less is not worth a call. */
enum { WORTH = 1 << 16 };

void pages_expect(void *memory, size_t size)
{
#ifdef MADV_POPULATE_WRITE
	if (size < WORTH)
		return;
	int error = errno;
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t before = (page - (uintptr_t)memory % page) % page; /* in a page that others have, too */
	madvise((char *)memory + before, (size - before) / page * page, MADV_POPULATE_WRITE);
	errno = error;
#else
	(void)memory, (void)size;
#endif
}
