/*
 * How an operation of libplan ended.
 *
 * A status speaks of the operation, never of the plan: a plan that is wrong is described by diagnostics
 * (diag.h), and the operation that found that out has succeeded.
 */
#ifndef PLAN_STATUS_H
#define PLAN_STATUS_H

enum plan_status {
	PLAN_OK = 0,
	PLAN_NOMEM, /* no memory; nothing was leaked, outputs are untouched */
	PLAN_IO     /* a file could not be read or written; errno says why */
};

#endif
