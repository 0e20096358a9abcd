#include "made_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

void make(struct made *made)
{
	load_good_text(&made->loaded, buf_string(&made->text));
	assert_int_equal(plan_timeline_new(made->loaded.plan, &made->timeline), PLAN_OK);
}

void unmake(struct made *made)
{
	plan_timeline_free(made->timeline);
	load_free(&made->loaded);
	buf_free(&made->text);
}
