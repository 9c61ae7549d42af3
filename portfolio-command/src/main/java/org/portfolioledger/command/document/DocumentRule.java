package org.portfolioledger.command.document;

import org.portfolioledger.command.Rule;

/** Rules about documents. */
enum DocumentRule implements Rule {
    CONTENT_NOT_IDENTIFIED(RuleText.governance(
            8, "Each version of a document is identified by its content", "State the SHA-256 of the version's bytes.")),
    DOCUMENT_VERSION_TAKEN(RuleText.structural(
            8,
            "That version of the document is on record already",
            "Record the next version: documents never change.")),
    VERSION_WITHOUT_NEW_CONTENT(RuleText.governance(
            8, "A new version of a document has a new hash", "State the hash of the new version's own content.")),
    PUBLICATION_WITHOUT_SECTION(RuleText.governance(
            0,
            "A document is withheld or exempt under a section of an act",
            "State the section under which it is not published.")),
    SECTION_WITHOUT_EXEMPTION(RuleText.structural(
            0, "A full publication needs no section", "Leave the section out, or state another publication.")),
    REDACTION_WITHOUT_GAPS(RuleText.governance(
            0, "A redacted text names its gaps", "State where something is left out, and under which section.")),
    GAPS_WITHOUT_REDACTION(
            RuleText.structural(0, "Only a redacted text has gaps", "Leave the gaps out, or state REDACTED.")),
    IMPOSSIBLE_REVIEW_DATE(RuleText.structural(
            0,
            "A document is due for review no earlier than the day on which that date is set",
            "State a later date for the review.")),
    OWN_REPLACEMENT(RuleText.structural(
            0, "A document cannot replace itself", "Name another document, or correct the other replacement.")),
    DOCUMENT_REPLACED_ALREADY(RuleText.structural(
            0,
            "The document has already been replaced",
            "Choose a date before the replacement, or correct the replacement.")),
    DOCUMENT_REPLACED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A document is replaced after it was written", "Choose a later date for the replacement."));

    private final RuleText text;

    DocumentRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
