/*
 * The version of libplan; semantic versioning (semver.org 2.0.0).
 */
#ifndef PLAN_VERSION_H
#define PLAN_VERSION_H

#define PLAN_VERSION "0.1.0"

#endif
