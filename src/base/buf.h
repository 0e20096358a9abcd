/*
 * A string that grows.
 *
 * A buffer that ran out of memory stays failed and ignores what is added to it, so a writer checks `failed`
 * once, at the end.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* All zero is an empty buffer. */
struct buf {
	char *data; /* terminated; NULL as long as nothing was added */
	size_t length, room;
	bool failed;
};

/* Frees the memory; the buffer is empty again. */
void buf_free(struct buf *buf);

/* Makes the buffer empty and keeps its memory. One that failed stays failed. */
void buf_clear(struct buf *buf);

void buf_add(struct buf *buf, const char *bytes, size_t length);
void buf_text(struct buf *buf, const char *text);
void buf_char(struct buf *buf, char c);
/* `count` times the character. */
void buf_fill(struct buf *buf, char c, size_t count);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list args);

/* The text so far; "" for an empty buffer. Valid until the next call. */
const char *buf_string(const struct buf *buf);

#endif
