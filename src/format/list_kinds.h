/*
 * The kinds of lists; their order is that of the table in list.c.
 */
#ifndef FORMAT_LIST_KINDS_H
#define FORMAT_LIST_KINDS_H

struct list_kind; /* list.h */

extern const struct list_kind list_steps;
extern const struct list_kind list_phases;
extern const struct list_kind list_hearings;
extern const struct list_kind list_meetings;
extern const struct list_kind list_documents;
extern const struct list_kind list_themes;
extern const struct list_kind list_parties;
extern const struct list_kind list_focus_areas;
extern const struct list_kind list_bodies;
extern const struct list_kind list_tracks;
extern const struct list_kind list_groups;
extern const struct list_kind list_questions;
extern const struct list_kind list_remarks;
extern const struct list_kind list_principles;
extern const struct list_kind list_recesses;

#endif
