#include "check/explain.h"

#include "base/text.h"

#define DEEP_OPEN  "[[[[[[[[[[[[[[[["
#define DEEP_CLOSE "]]]]]]]]]]]]]]]]"

static const struct explanation rows[] = {
	{
		PLAN_RULE_YAML_SYNTAX,
		N_("The file is not YAML: a bracket, a quotation mark or a colon is missing, the indentation "
		   "does "
		   "not fit, or the text is not UTF-8. Nothing after that place can be read."),
		N_("Look at the place that is named, and at the line before it."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_UNSUPPORTED_YAML,
		N_("Anchors, aliases, tags, merge keys and second documents are YAML, but a plan does without "
		   "them: "
		   "they hide from a reviewer what a line means."),
		N_("Write the value out where it is used."),
		"meetings:\n"
		"  biu-1: &first {title: 1. behandling, date: 2018-08-13}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_LIMIT_EXCEEDED,
		N_("A plan file may come from anybody. It has at most 64 MiB, lines of at most 64 KiB, texts of "
		   "at "
		   "most 16 KiB, and 64 levels of brackets or indentation."),
		N_("Shorten the text, or split the plan into several files."),
		"principles: [" DEEP_OPEN DEEP_OPEN DEEP_OPEN DEEP_OPEN DEEP_CLOSE DEEP_CLOSE DEEP_CLOSE DEEP_CLOSE
		"]\n",
		"principles: [Tidlig indsats]\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_UNKNOWN_KEY,
		N_("The plan file has no such key here. A misspelt key would otherwise be ignored without a "
		   "word, "
		   "and with it what it says."),
		N_("Correct the spelling, or move the key to where it belongs; `plan schema` lists all keys."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, dato: 2018-08-13}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_MISSING_KEY,
		N_("Every plan has `plan` (its id) and `title`; every entry has a `title`, bodies and parties a "
		   "`name`: people read these, not ids."),
		N_("Write the key that is named."),
		"meetings:\n"
		"  biu-1: {date: 2018-08-13}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_DUPLICATE_KEY,
		N_("The same key stands twice in one mapping, or two entries have the same id, be it in "
		   "different "
		   "sections. Only one of them could be meant by a reference."),
		N_("Rename or remove one of the two; both places are shown."),
		"meetings:\n"
		"  behandling: {title: 1. behandling, date: 2018-08-13}\n"
		"  behandling: {title: 2. behandling, date: 2018-11-12}\n",
		"meetings:\n"
		"  behandling-1: {title: 1. behandling, date: 2018-08-13}\n"
		"  behandling-2: {title: 2. behandling, date: 2018-11-12}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_WRONG_TYPE,
		N_("A list stands where a text belongs, a text where a mapping belongs, or the like."),
		N_("Write the value in the form that is named."),
		"meetings:\n"
		"  - {title: 1. behandling, date: 2018-08-13}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_BAD_VALUE,
		N_("The key takes one of a few words or a number, and this is none of them; or a text that must "
		   "say "
		   "something is empty."),
		N_("Write one of the values that are named."),
		"documents:\n"
		"  notat: {title: Høringsnotat, kind: notat, due: 2018-11-05}\n",
		"documents:\n"
		"  notat: {title: Høringsnotat, kind: memo, due: 2018-11-05}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_BAD_ID,
		N_("An id is 1 to 64 letters, digits, - and _, and begins with a letter or digit. A dot is no "
		   "part "
		   "of it: `hearing.end` means the last day of `hearing`."),
		N_("Choose another id; the title may be anything."),
		"meetings:\n"
		"  biu.1: {title: 1. behandling, date: 2018-08-13}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_BAD_DATE,
		N_("The date cannot be read, does not exist, or can be read in two ways. Dates are written as in "
		   "the "
		   "papers (13. august, ultimo januar, 2. uge i marts) or as 2018-08-13; a date without a year "
		   "needs "
		   "the plan's `year`."),
		N_("Write it as the hint says; `plan date` tells what an expression means."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 13/8}\n",
		"year: 2018\n"
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 13. august}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_BAD_GAP,
		N_("A gap or duration is a number with a unit: d (days), w (weeks), m (months) or wd (working "
		   "days), "
		   "or a range of these such as 2w..8w."),
		N_("Write the unit, and no words."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, after: biu-1 + 2 uger}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, after: biu-1 + 2w}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_UNKNOWN_REFERENCE,
		N_("Nothing in the plan has this id, or what has it is of the wrong kind: a meeting is held by a "
		   "body, not by a party."),
		N_("Correct the spelling, or add the entry."),
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, after: bui-1}\n",
		"meetings:\n"
		"  biu-1: {title: 1. behandling, date: 2018-08-13}\n"
		"  biu-2: {title: 2. behandling, after: biu-1}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_HIDDEN_CHARACTER,
		N_("A text holds a control character or one that turns the direction of the text. What a "
		   "reviewer "
		   "sees would not be what stands there, and a terminal might obey it."),
		N_("Remove the character."),
		"meetings:\n"
		"  biu-1: {title: \"1. behandling\\e[8m\", date: 2018-08-13}\n",
		"meetings:\n"
		"  biu-1: {title: \"1. behandling\", date: 2018-08-13}\n",
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
	{
		PLAN_RULE_UNREADABLE_FILE,
		N_("The file does not exist, may not be read, is no file, or broke off while it was read."),
		N_("Look at its name and its permissions."),
		NULL,
		NULL,
		.today = NULL,
		.silence = EXPLAIN_NEVER,
	},
};

const struct explanations explain_file = {rows, sizeof rows / sizeof *rows};
