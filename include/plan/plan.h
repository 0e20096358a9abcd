/*
 * libplan: reads a political process plan, works out its timeline, and checks it.
 *
 *     bytes --plan_load--> struct plan --plan_timeline_new--> struct plan_timeline --plan_check--> struct
 * plan_diags
 *
 * Nothing here prints, exits, or reads the clock, the locale, the terminal or a file. There is no global
 * state: plans may be used in several threads, each plan in one at a time.
 */
#ifndef PLAN_H
#define PLAN_H

#include "calendar.h"
#include "check.h"
#include "date.h"
#include "diag.h"
#include "load.h"
#include "model.h"
#include "status.h"
#include "timeline.h"
#include "version.h"

#endif
