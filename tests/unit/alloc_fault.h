/*
 * Allocations that fail on purpose. Every test is linked so that malloc, calloc and realloc of our code and
 * of the libraries linked in come through here (tests.mk); as long as nothing is asked for, nothing fails.
 *
 *     for (long n = 1;; n++) {
 *         alloc_fault_at(n);
 *         status = operation();
 *         if (!alloc_fault_stop())
 *             break;                 // it needs fewer than n allocations
 *         assert_int_equal(status, PLAN_NOMEM);
 *     }
 */
#ifndef TESTS_ALLOC_FAULT_H
#define TESTS_ALLOC_FAULT_H

#include <stdbool.h>

/* From now on the nth allocation fails, once. */
void alloc_fault_at(long n);

/* Ends that; whether an allocation did fail. */
bool alloc_fault_stop(void);

#endif
