/*
 * Bytes to a file descriptor.
 */
#ifndef CLI_DESCRIPTOR_H
#define CLI_DESCRIPTOR_H

#include <stdbool.h>
#include <stddef.h>

/*
 * After a read or write that has failed: whether to try again. Waits for a descriptor that would not let its
 * user wait; `events` as poll(2) takes them. errno is kept when the answer is false.
 */
bool descriptor_again(int fd, short events);

/* Writes all bytes to a descriptor, however many calls it takes; false with errno set on failure. */
bool descriptor_write(int fd, const char *bytes, size_t length);

/*
 * The same for lines that hold texts of a plan. Where a CI system reads along (GitHub Actions, Azure
 * Pipelines, TeamCity), nothing in them is a command to it: the first character is shown by its number. A
 * regular file is nobody's log and gets the bytes as they are. Nothing is allocated.
 */
bool descriptor_write_lines(int fd, const char *bytes, size_t length);

#endif
