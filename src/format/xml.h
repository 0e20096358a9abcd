/*
 * Text inside XML.
 */
#ifndef FORMAT_XML_H
#define FORMAT_XML_H

#include "base/buf.h"

/*
 * Adds any bytes as the text of an element or of a quoted attribute (XML 1.0, sections 2.2, 2.4 and 3.3.3):
 * markup and line breaks become references; what XML cannot hold, or hides or reorders text,
 * becomes "<U+202E>"; bytes that are not UTF-8 become U+FFFD. A CI system that reads the report in a log
 * finds no command in it.
 */
void xml_text(struct buf *out, const char *text);

#endif
