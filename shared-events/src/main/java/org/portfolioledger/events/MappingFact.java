package org.portfolioledger.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a mapping: how the rows of a spreadsheet become commands. Stream {@code mapping-{id}}. */
public sealed interface MappingFact extends GovernanceFact {

    /**
     * A mapping was defined, as its version 1.
     *
     * @param portfolio id of the portfolio whose initiatives the rows are about; null: all initiatives of the register
     * @param snapshot name of the column with the date for which a row holds; null: the import states it
     * @param columns the columns that are read; all others are ignored
     * @param recognition by what a row's initiative is recognised; null: rows are about no initiative
     * @param common members that every command gets
     * @param commands what each row is sent as, in order
     */
    record ImportMappingDefined(
            String mapping,
            String register,
            String name,
            @Nullable String portfolio,
            @Nullable String snapshot,
            List<MappedColumn> columns,
            @Nullable RowRecognition recognition,
            List<MappedField> common,
            List<MappedCommand> commands,
            Provenance provenance)
            implements MappingFact, Opening {}

    /**
     * A further version of a mapping was defined. Imports use it from then on.
     *
     * @param version number, 2, 3, …
     * @param portfolio id of the portfolio whose initiatives the rows are about; null: all initiatives of the register
     * @param snapshot name of the column with the date for which a row holds; null: the import states it
     * @param columns the columns that are read; all others are ignored
     * @param recognition by what a row's initiative is recognised; null: rows are about no initiative
     * @param common members that every command gets
     * @param commands what each row is sent as, in order
     * @param reason why it was changed
     */
    record ImportMappingRedefined(
            String mapping,
            int version,
            @Nullable String portfolio,
            @Nullable String snapshot,
            List<MappedColumn> columns,
            @Nullable RowRecognition recognition,
            List<MappedField> common,
            List<MappedCommand> commands,
            String reason,
            Provenance provenance)
            implements MappingFact {}

    /** A mapping was withdrawn: no import uses it from then on. */
    record ImportMappingWithdrawn(String mapping, String reason, Provenance provenance) implements MappingFact {}

    /**
     * A column of a spreadsheet.
     *
     * @param name by which the mapping refers to it
     * @param header in the first row of the sheet; capitals and spaces at its ends do not matter; null: as the name
     * @param kind how its cells are read
     * @param values what the texts of its cells stand for; a text that is not among them is refused; null: each for itself
     * @param notStated texts that mean the same as an empty cell, as "n/a"; null: none
     * @param times by what its numbers are multiplied, as 1000000 in a column of millions; null: by 1
     * @param decimals to how many decimals its numbers are then rounded, a half away from zero: what a spreadsheet program left
     *     behind them is not stated; null: they are not rounded
     */
    record MappedColumn(
            String name,
            @Nullable String header,
            ColumnKind kind,
            @Nullable SortedMap<String, String> values,
            @Nullable List<String> notStated,
            @Nullable BigDecimal times,
            @Nullable Integer decimals) {

        /** What is not stated is none. */
        public MappedColumn {
            values = values == null ? new TreeMap<>() : values;
            notStated = notStated == null ? List.of() : notStated;
        }
    }

    /**
     * By what the initiative of a row is recognised: by the alias where both have one, else by the name without regard to
     * capitals, spaces and punctuation.
     *
     * @param scheme of the aliases; null: rows have none
     * @param alias name of the column with the alias; null: rows have none
     * @param called name of the column with the name of the initiative; null: rows have none
     * @param oneRowEach whether an initiative has one row at most
     * @param ids what the ids of initiatives that an import opens begin with; null: with the id of the mapping
     */
    record RowRecognition(
            @Nullable String scheme,
            @Nullable String alias,
            @Nullable String called,
            boolean oneRowEach,
            @Nullable String ids) {}

    /**
     * A member of a body.
     *
     * @param at where it is in the body, as a JSON pointer
     * @param value a text in which {name} stands for the cell of a column, {name as text} for its text, and {&#64;name} for what
     *     the import knows of the row; without a cell that it names, the member is left out
     */
    record MappedField(String at, String value) {}

    /**
     * A command that a row is sent as.
     *
     * @param step name, unique within the mapping
     * @param aspect what it is about, if several steps are about the same; null: as the step
     * @param subject a text as in a field: for which thing the aspect is; null: the initiative of the row
     * @param when rows that it is for; null: every row of the sheet
     * @param turn whether it is only for the first time that the aspect of the subject is stated, or only for later times;
     *     null: for each
     * @param stated names of the columns without whose cells it is not sent; null: none
     * @param unstated names of the columns with whose cells it is not sent; null: none
     * @param changed pointers into the body: it is sent only if one of these members is another than when the aspect of the
     *     subject was last stated; null: always
     * @param post path below {@code /api/v1}, a text as in a field
     */
    record MappedCommand(
            String step,
            @Nullable String aspect,
            @Nullable String subject,
            @Nullable List<RowStatus> when,
            @Nullable MappedTurn turn,
            @Nullable List<String> stated,
            @Nullable List<String> unstated,
            @Nullable List<String> changed,
            String post,
            List<MappedField> body) {

        /** What is not stated is none. */
        public MappedCommand {
            when = when == null ? List.of() : when;
            stated = stated == null ? List.of() : stated;
            unstated = unstated == null ? List.of() : unstated;
            changed = changed == null ? List.of() : changed;
        }
    }

    /** How the cells of a column are read. */
    enum ColumnKind {
        TEXT,
        /** A text of which an id is made: letters, digits, dots, hyphens and underscores stay. */
        ID,
        /** A decimal number, with or without thousands separators. */
        NUMBER,
        WHOLE_NUMBER,
        /** A day, as 2016-09-30, 30/09/2016, 30 September 2016, or as a date of the spreadsheet program. */
        DATE,
        /** Yes or no, true or false. */
        TRUTH
    }

    /** What a row means for its initiative. */
    enum RowStatus {
        /** No initiative is recognised in the row. */
        NEW,
        /** The initiative is in the portfolio. */
        KNOWN,
        /** The initiative was on record before, and is in the portfolio no more. */
        RETURNED,
        /** The initiative is called otherwise than before. */
        RENAMED,
        /** The initiative is in the portfolio, and no row is about it. */
        ABSENT
    }

    /** For which statement of an aspect a command is sent. */
    enum MappedTurn {
        FIRST,
        LATER
    }
}
