package org.writwatch.papers.draft.docx;

import org.w3c.dom.Element;
import org.writwatch.facts.phrase.Phrase;

/**
 * What is wrong with a template, and the paragraph in which it stands.
 *
 * @param paragraph the paragraph, in the document it was read from
 * @param said the fault in plain words
 */
record TemplateFault(Element paragraph, Phrase said) {}
