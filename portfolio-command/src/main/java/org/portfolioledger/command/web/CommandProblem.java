package org.portfolioledger.command.web;

import org.portfolioledger.http.ProblemType;

/** What only a command can meet. */
enum CommandProblem implements ProblemType {
    KNOWN_AT_REFUSED(
            409,
            "The register does not accept this knownAt, or needs one",
            "Leave knownAt out if the register is live. While it migrates, a migrator states one that is in the past and no earlier than the register's last; POST /api/v1/registers/{register}/going-live ends the migration."),
    IMPORT_REFUSED(
            409,
            "Lines of the import were refused",
            "Correct the refused lines in report and send the whole file again: recorded lines are not recorded twice.");

    private final int status;
    private final String title;
    private final String advice;

    CommandProblem(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String advice() {
        return advice;
    }
}
