#include "base/vec.h"

#include <stdint.h>

bool vec_reserve(void **at, size_t *room, size_t wanted, size_t size)
{
	if (wanted <= *room)
		return true;
	size_t more = *room + *room / 2 + 8;
	if (more < wanted)
		more = wanted;
	if (more > SIZE_MAX / 2 / size)
		return false;
	void *grown = realloc(*at, more * size);
	if (!grown)
		return false;
	*at = grown;
	*room = more;
	return true;
}
