package org.portfolioledger.command.sheet;

import org.portfolioledger.http.ProblemType;

/** What can be wrong with a spreadsheet, before any command is decided. */
public enum SheetProblem implements ProblemType {
    SHEET_UNREADABLE(
            400,
            "The spreadsheet cannot be read",
            "Correct the place that the detail names, or save the file again as CSV (UTF-8) or XLSX. Nothing was recorded."),
    COLUMN_MISSING(
            400,
            "The spreadsheet lacks a column of the mapping",
            "Send a sheet whose first row has every header of the mapping once, or define another version of the mapping."),
    SNAPSHOT_NOT_STATED(
            400,
            "The date for which the rows hold is not stated",
            "State snapshot=yyyy-mm-dd, or name the column with the date in the mapping."),
    CELL_UNREADABLE(
            400,
            "A cell of the row cannot be read",
            "Correct the cells that errors[] names, or say in the mapping what their texts stand for."),
    ROW_NOT_RECOGNISED(
            409,
            "The initiative of the row is not recognised",
            "Correct the alias or the name, or let the mapping open initiatives that are new."),
    ROW_AMBIGUOUS(
            409, "The row may be about several initiatives", "Give the initiative an alias, and state it in the row."),
    ROW_TWICE(
            409,
            "Two rows of the file are about the same thing",
            "Leave one of them out, or correct its alias or name."),
    ABSENCE_UNCERTAIN(
            409,
            "Who is absent cannot be told",
            "Correct the rows that cannot be recognised, and send the file again. No row was taken to be absent."),
    MAPPING_NOT_IN_USE(409, "The mapping is withdrawn", "Use another mapping, or correct the withdrawal.");

    private final int status;
    private final String title;
    private final String advice;

    SheetProblem(int status, String title, String advice) {
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
