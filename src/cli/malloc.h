/*
 * Small blocks of memory for the program, quicker than the C library's.
 *
 * libyaml takes four blocks for every scalar and gives three back at once; with the C library's malloc that
 * is a fifth of the time that reading a file takes. The program is linked with `--wrap`, so that each malloc,
 * free and realloc in it, libyaml's and jansson's too, comes here; the library that is installed, the tests
 * and the variants with sanitizers have the C library's.
 *
 * Blocks of at most BLOCK_MAX bytes are cut from pages of ROOM that hold blocks of one size. The smallest are
 * four times what libyaml asks for first, so that most of its texts grow in place. Each thread has a list of
 * free blocks for every size, so nothing is locked; a block that another thread frees goes to that thread's
 * list. Pages are never given back. What does not fit, and what the C library made (strdup), is its own
 * affair.
 */
#ifndef CLI_MALLOC_H
#define CLI_MALLOC_H

#include <stddef.h>

/* The C library's, as the linker calls them. */
void *__real_malloc(size_t size);
void __real_free(void *block);
void *__real_realloc(void *block, size_t size);

/* What every malloc, free and realloc of the program becomes: as the C standard has them. */
void *__wrap_malloc(size_t size);
void __wrap_free(void *block);
void *__wrap_realloc(void *block, size_t size);

/* The same for libyaml, which has functions of its own that only call these. */
void *__wrap_yaml_malloc(size_t size);
void __wrap_yaml_free(void *block);

#endif
