/*
 * Bytes to a file descriptor.
 */
#ifndef CLI_DESCRIPTOR_H
#define CLI_DESCRIPTOR_H

#include <stdbool.h>
#include <stddef.h>

/* Writes all bytes to a descriptor, however many calls it takes; false with errno set on failure. */
bool descriptor_write(int fd, const char *bytes, size_t length);

#endif
