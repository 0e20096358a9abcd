/*
 * What the fuzz targets, the mutator and the replayer share. The names are libFuzzer's interface.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* A target: feeds one input to the code under test. Returns 0; dies when something does not hold. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Changes `size` bytes in place, to at most `max`; returns the new size. The same seed does the same. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed);

/* Dies unless a property holds, with a message. */
#define HOLDS(property)                                                                                      \
	do {                                                                                                     \
		if (!(property)) {                                                                                   \
			fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #property);                    \
			abort();                                                                                         \
		}                                                                                                    \
	} while (0)

#endif
