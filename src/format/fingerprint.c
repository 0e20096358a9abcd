#include "format/fingerprint.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* FNV-1a, 64 bits (Fowler, Noll and Vo). The terminator is hashed too: it keeps the parts apart. */
static uint64_t hash_text(uint64_t hash, const char *text)
{
	do {
		hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
	} while (*text++);
	return hash;
}

static uint64_t hash_words(uint64_t hash, const char *text)
{
	for (; *text; text++)
		if (*text < '0' || *text > '9')
			hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
	return hash;
}

static uint64_t hash_finding(const char *path, const struct plan_diag *diag)
{
	uint64_t hash = hash_text(UINT64_C(0xcbf29ce484222325), path);
	hash = hash_text(hash, plan_rule_name(diag->rule));
	return diag->step ? hash_text(hash, diag->step) : hash_words(hash, diag->message);
}

static int by_hash(const void *a, const void *b)
{
	const struct fingerprint *one = a, *two = b;
	if (one->hash != two->hash)
		return one->hash < two->hash ? -1 : 1;
	return (one->order > two->order) - (one->order < two->order);
}

static int by_order(const void *a, const void *b)
{
	const struct fingerprint *one = a, *two = b;
	return (one->order > two->order) - (one->order < two->order);
}

static size_t count_all(const struct findings *findings)
{
	size_t count = 0;
	for (size_t i = 0; i < findings->count; i++)
		count += findings->files[i].diags->count;
	return count;
}

static void number(struct fingerprint *all, size_t count)
{
	qsort(all, count, sizeof *all, by_hash);
	for (size_t i = 0; i < count; i++)
		all[i].occurrence = i && all[i].hash == all[i - 1].hash ? all[i - 1].occurrence + 1 : 1;
	qsort(all, count, sizeof *all, by_order);
}

struct fingerprint *fingerprints_new(const struct findings *findings)
{
	size_t count = count_all(findings), at = 0;
	struct fingerprint *all = calloc(count ? count : 1, sizeof *all);
	if (!all)
		return NULL;
	for (size_t i = 0; i < findings->count; i++) {
		const struct findings_file *file = &findings->files[i];
		for (size_t k = 0; k < file->diags->count; k++, at++)
			all[at] = (struct fingerprint){.hash = hash_finding(findings_path(file), &file->diags->at[k]),
										   .order = at};
	}
	number(all, count);
	return all;
}

struct fingerprint_text fingerprint_text(const struct fingerprint *fingerprint)
{
	struct fingerprint_text text;
	snprintf(text.text, sizeof text.text, "%016" PRIx64 ":%zu", fingerprint->hash, fingerprint->occurrence);
	return text;
}

bool fingerprints_write(struct buf *out, const struct findings *findings, fingerprint_writer *write)
{
	struct fingerprint *all = fingerprints_new(findings);
	if (!all)
		return false;
	const struct fingerprint *fingerprint = all;
	for (size_t i = 0; i < findings->count; i++) {
		const struct findings_file *file = &findings->files[i];
		for (size_t k = 0; k < file->diags->count && !out->failed; k++) {
			buf_text(out, fingerprint == all ? "\n" : ",\n");
			write(out, findings_path(file), &file->diags->at[k], fingerprint++);
		}
	}
	free(all);
	return !out->failed;
}
