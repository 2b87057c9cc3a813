/**
 * Surveys of residents: weights that meet the census, errors that follow how people were drawn, refusal where too few were
 * asked, and questions in two languages. Read {@link org.writwatch.evidence.survey.SurveyShare} first.
 */
@NullMarked
package org.writwatch.evidence.survey;

import org.jspecify.annotations.NullMarked;
