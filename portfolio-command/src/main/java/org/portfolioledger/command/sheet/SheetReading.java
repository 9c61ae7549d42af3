package org.portfolioledger.command.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.command.mapping.RowText;
import org.portfolioledger.command.mapping.RowText.Known;
import org.portfolioledger.command.sheet.CellValue.Stated;
import org.portfolioledger.command.sheet.CellValue.Unreadable;
import org.portfolioledger.command.sheet.Roster.Member;
import org.portfolioledger.command.sheet.RowLine.RowCommand;
import org.portfolioledger.command.sheet.RowLine.RowFault;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.MappedField;
import org.portfolioledger.events.MappingFact.MappedTurn;
import org.portfolioledger.events.MappingFact.RowRecognition;
import org.portfolioledger.events.MappingFact.RowStatus;
import org.portfolioledger.http.Problem;
import org.portfolioledger.http.ProblemType;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.state.MappingState.MappingVersion;
import org.portfolioledger.vocabulary.FinancialYear;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes commands of the rows of a spreadsheet, one row after the other. For the same file and the same record before the
 * import it makes the same commands, however much of them is on record already. For one thread.
 */
public final class SheetReading implements Closeable {

    private static final String BASE = "/api/v1";
    private static final Set<RowStatus> OF_ROWS = EnumSet.of(RowStatus.NEW, RowStatus.KNOWN, RowStatus.RETURNED);
    private static final int LONGEST_ID = 56;

    private final MappingInUse mapping;
    private final MappingVersion version;
    private final SheetOptions options;
    private final SheetRows rows;
    private final SheetHeader header;
    private final LocalDate snapshot;
    private final ImportKeys keys;
    private final Roster roster;
    private final Statements statements;
    private final RowWords known;
    private final List<Step> steps;

    private final Deque<List<RowLine>> waiting = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> sent = new HashMap<>();
    private @Nullable SheetRow ahead;
    private boolean ended;
    private long line;
    private int unrecognised;

    /** A command of the mapping with its texts read. */
    private record Step(
            MappedCommand command,
            String aspect,
            Set<RowStatus> when,
            RowText post,
            @Nullable RowText subject,
            List<Field> body) {

        static Step of(MappedCommand command, List<MappedField> common) {
            List<Field> fields = new ArrayList<>();
            common.forEach(field -> fields.add(Field.of(field)));
            command.body().forEach(field -> fields.add(Field.of(field)));
            Set<RowStatus> when =
                    command.when() == null || command.when().isEmpty() ? OF_ROWS : EnumSet.copyOf(command.when());
            return new Step(
                    command,
                    OnRecord.aspect(command),
                    when,
                    RowText.of(command.post()),
                    command.subject() == null ? null : RowText.of(command.subject()),
                    List.copyOf(fields));
        }

        boolean isForNew() {
            return command.when() != null && command.when().contains(RowStatus.NEW);
        }

        List<String> stated() {
            return command.stated() == null ? List.of() : command.stated();
        }

        List<String> unstated() {
            return command.unstated() == null ? List.of() : command.unstated();
        }

        List<String> changed() {
            return command.changed() == null ? List.of() : command.changed();
        }
    }

    private record Field(String at, List<String> steps, RowText value, List<String> columns) {

        static Field of(MappedField field) {
            RowText value = RowText.of(field.value());
            return new Field(field.at(), BodyBuilder.steps(field.at()), value, value.columns());
        }
    }

    /**
     * A row with what it is about.
     *
     * @param initiative null: of none
     */
    private record Read(long line, RowWords words, @Nullable String initiative, Set<RowStatus> statuses) {}

    private SheetReading(MappingInUse mapping, SheetOptions options, SheetRows rows, Ledger ledger, FactReader reader)
            throws IOException {
        this.mapping = mapping;
        this.version = mapping.version();
        this.options = options;
        this.rows = rows;
        SheetRow first = rows.next();
        if (first == null) throw CsvRows.unreadable("The sheet has no rows");
        this.header = new SheetHeader(first, version.columns(), rows.countsFrom1904());
        this.ahead = rows.next();
        this.snapshot = snapshot();
        this.keys = new ImportKeys(mapping.id(), snapshot, options.edition());
        OnRecord record = OnRecord.read(mapping, keys, ledger, reader);
        this.roster = record.roster();
        this.statements = record.statements();
        this.known = new RowWords(Map.of(), known());
        this.steps = version.commands().stream()
                .map(command -> Step.of(command, version.common()))
                .toList();
    }

    /**
     * Begins to read a file.
     *
     * @throws Problem COLUMN_MISSING or SNAPSHOT_NOT_STATED
     */
    public static SheetReading begin(
            SheetFile file, MappingInUse mapping, SheetOptions options, Ledger ledger, FactReader reader)
            throws IOException {
        SheetRows rows = file.rows();
        try {
            return new SheetReading(mapping, options, rows, ledger, reader);
        } catch (IOException | RuntimeException fault) {
            rows.close();
            throw fault;
        }
    }

    private LocalDate snapshot() {
        if (options.snapshot() != null) return options.snapshot();
        String column = version.snapshot();
        if (column == null)
            throw Problem.of(SheetProblem.SNAPSHOT_NOT_STATED, "The mapping names no column with the date of the rows");
        return Optional.ofNullable(ahead)
                .map(row -> header.read(row).get(column))
                .flatMap(SheetReading::day)
                .orElseThrow(() -> Problem.of(
                        SheetProblem.SNAPSHOT_NOT_STATED,
                        "The column %s of the first row has no date".formatted(header.of(column))));
    }

    private static Optional<LocalDate> day(@Nullable CellValue value) {
        return value instanceof Stated stated && stated.text().matches("\\d{4}-\\d\\d-\\d\\d")
                ? Optional.of(LocalDate.parse(stated.text()))
                : Optional.empty();
    }

    private Map<Known, String> known() {
        Map<Known, String> words = new EnumMap<>(Known.class);
        words.put(Known.MAPPING, mapping.id());
        words.put(Known.REGISTER, mapping.register());
        if (version.portfolio() != null) words.put(Known.PORTFOLIO, version.portfolio());
        words.put(Known.SNAPSHOT, snapshot.toString());
        int began =
                snapshot.isBefore(LocalDate.of(snapshot.getYear(), 4, 1)) ? snapshot.getYear() - 1 : snapshot.getYear();
        words.put(Known.FINANCIAL_YEAR, new FinancialYear(began).toString());
        return words;
    }

    /** What is next: the lines of a row, which belong together; none at the end. */
    public List<RowLine> next() throws IOException {
        while (waiting.isEmpty() && !ended) {
            SheetRow row = ahead;
            ahead = row == null ? null : rows.next();
            if (row != null) take(row);
            else end();
        }
        return waiting.isEmpty() ? List.of() : waiting.remove();
    }

    private void take(SheetRow row) {
        line = row.line();
        Map<String, CellValue> cells = header.read(row);
        if (version.snapshot() != null && !isOfSnapshot(cells.get(version.snapshot()))) return;
        Read read = recognise(new RowWords(cells, known.known()));
        List<RowLine> lines = new ArrayList<>();
        unreadable(cells).ifPresent(lines::add);
        if (read != null) {
            for (Step step : steps) {
                Optional<RowLine> sentAs = line(step, read);
                // What several rows have in common does not fall with one of them.
                if (step.subject() != null) sentAs.ifPresent(alone -> waiting.add(List.of(alone)));
                else sentAs.ifPresent(lines::add);
            }
        }
        if (!lines.isEmpty()) waiting.add(List.copyOf(lines));
    }

    /** Whether a row is for the day of the import; where it cannot be told, it is at fault. */
    private boolean isOfSnapshot(@Nullable CellValue value) {
        Optional<LocalDate> day = day(value);
        if (day.isPresent() && day.get().equals(snapshot)) return true;
        if (day.isPresent() && options.snapshot() != null) return false;
        unrecognised++;
        String column = header.of(String.valueOf(version.snapshot()));
        waiting.add(List.of(fault(
                SheetProblem.CELL_UNREADABLE,
                value instanceof Unreadable faulty
                        ? column + " " + faulty.fault()
                        : "%s has %s, and the rows of this import hold for %s"
                                .formatted(column, day.map(LocalDate::toString).orElse("no date"), snapshot),
                List.of(column))));
        return false;
    }

    private Optional<RowLine> unreadable(Map<String, CellValue> cells) {
        List<Problem.At> faults = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        version.columns().forEach(column -> {
            if (!(cells.get(column.name()) instanceof Unreadable faulty)) return;
            columns.add(header.of(column.name()));
            faults.add(new Problem.At(null, null, null, "%s %s".formatted(header.of(column.name()), faulty.fault())));
        });
        if (faults.isEmpty()) return Optional.empty();
        return Optional.of(new RowFault(
                line,
                Problem.of(
                        SheetProblem.CELL_UNREADABLE,
                        "In line %s: %s".formatted(line, faults.getFirst().detail()),
                        faults),
                columns));
    }

    /** Finds what a row is about; null, with a fault, where that cannot be told. */
    private @Nullable Read recognise(RowWords words) {
        RowRecognition by = version.recognition();
        if (by == null) return new Read(line, words, null, OF_ROWS);
        String alias = text(words, by.alias());
        String called = text(words, by.called());
        List<String> columns = new ArrayList<>();
        if (by.alias() != null) columns.add(header.of(by.alias()));
        if (by.called() != null) columns.add(header.of(by.called()));
        if (alias == null && called == null) {
            unrecognised++;
            return faulty(SheetProblem.ROW_NOT_RECOGNISED, "The row states neither alias nor name", columns);
        }
        List<Member> members = roster.recognised(alias, called);
        String name = alias == null ? String.valueOf(called) : alias;
        if (members.size() > 1) {
            unrecognised++;
            return faulty(
                    SheetProblem.ROW_AMBIGUOUS,
                    "%s may be any of %s"
                            .formatted(
                                    name,
                                    members.stream().map(Member::id).sorted().toList()),
                    columns);
        }
        if (members.isEmpty() && steps.stream().noneMatch(Step::isForNew)) {
            unrecognised++;
            return faulty(SheetProblem.ROW_NOT_RECOGNISED, "No initiative %s is on record".formatted(name), columns);
        }
        Member member = members.isEmpty() ? opened(by, alias, called) : members.getFirst();
        if (!seen.add(member.id()) && by.oneRowEach())
            return faulty(SheetProblem.ROW_TWICE, "An earlier row is about %s already".formatted(member.id()), columns);
        return new Read(line, words.of(member.id()), member.id(), statuses(member, called));
    }

    private static Set<RowStatus> statuses(Member member, @Nullable String called) {
        if (member.isNew()) return EnumSet.of(RowStatus.NEW);
        Set<RowStatus> statuses = EnumSet.of(member.inPortfolio() ? RowStatus.KNOWN : RowStatus.RETURNED);
        if (called != null && (member.wasRenamed() || !member.name().equals(Slug.folded(called))))
            statuses.add(RowStatus.RENAMED);
        return statuses;
    }

    private Member opened(RowRecognition by, @Nullable String alias, @Nullable String called) {
        String name = called == null ? String.valueOf(alias) : called;
        String wanted = (by.ids() == null ? mapping.id() + "-" : by.ids()) + Slug.of(name);
        String id = Slug.cut(Slug.of(wanted), LONGEST_ID);
        if (roster.isTaken(id)) id = Slug.cut(id, LONGEST_ID - 9) + "-" + Slug.digest(alias + "\n" + called);
        Member member = new Member(id, Slug.folded(name), alias, true, false, false, false);
        roster.add(member);
        return member;
    }

    private static @Nullable String text(RowWords words, @Nullable String column) {
        return column != null && words.cells().get(column) instanceof Stated stated ? stated.text() : null;
    }

    private @Nullable Read faulty(ProblemType type, String detail, List<String> columns) {
        waiting.add(List.of(fault(type, detail, columns)));
        return null;
    }

    private RowFault fault(ProblemType type, String detail, List<String> columns) {
        return new RowFault(line, Problem.of(type, detail), columns);
    }

    /** What a row is sent as in a step; empty if the step is not for it. */
    private Optional<RowLine> line(Step step, Read row) {
        if (step.when().stream().noneMatch(row.statuses()::contains)) return Optional.empty();
        if (!step.stated().stream().allMatch(row.words()::states)) return Optional.empty();
        // What cannot be read is stated, though nobody knows what.
        if (step.unstated().stream().anyMatch(row.words().cells()::containsKey)) return Optional.empty();
        Optional<String> subject = step.subject() == null
                ? Optional.of(row.initiative() == null ? Long.toString(row.line()) : row.initiative())
                : row.words().text(step.subject());
        Optional<String> post = row.words().text(step.post());
        if (subject.isEmpty() || post.isEmpty()) return Optional.of(nowhere(step, row));
        String kept = ImportKeys.part(subject.get());
        boolean stated = statements.has(kept, step.aspect());
        if (step.command().turn() == MappedTurn.FIRST && stated) return Optional.empty();
        if (step.command().turn() == MappedTurn.LATER && !stated) return Optional.empty();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        ObjectNode body = body(step, row, columns);
        if (!step.changed().isEmpty() && !statements.differs(kept, step.aspect(), body, step.changed()))
            return Optional.empty();
        String key = keys.of(subject.get(), step.command().step());
        if (step.subject() == null)
            return Optional.of(new RowCommand(row.line(), key, BASE + post.get(), body, columns));
        Integer before = sent.put(key, body.hashCode());
        if (before == null) return Optional.of(new RowCommand(row.line(), key, BASE + post.get(), body, columns));
        return before == body.hashCode()
                ? Optional.empty()
                : Optional.of(fault(
                        SheetProblem.ROW_TWICE,
                        "An earlier row states %s of %s otherwise"
                                .formatted(step.command().step(), subject.get()),
                        List.of()));
    }

    private RowFault nowhere(Step step, Read row) {
        List<String> missing = new ArrayList<>(step.post().columns());
        if (step.subject() != null) missing.addAll(step.subject().columns());
        List<String> columns = missing.stream()
                .filter(column -> !row.words().states(column))
                .map(header::of)
                .distinct()
                .toList();
        return fault(
                SheetProblem.CELL_UNREADABLE,
                "Step %s needs %s, which the row does not state"
                        .formatted(step.command().step(), columns),
                columns);
    }

    private ObjectNode body(Step step, Read row, Map<String, List<String>> columns) {
        BodyBuilder builder = new BodyBuilder();
        for (Field field : step.body())
            row.words().value(field.value()).ifPresent(value -> {
                builder.put(field.steps(), value);
                if (!field.columns().isEmpty())
                    columns.put(
                            field.at(), field.columns().stream().map(header::of).toList());
            });
        ObjectNode body = builder.body();
        if (!body.has("effectiveOn")) body.put("effectiveOn", snapshot.toString());
        if (options.knownAt() != null && !body.has("knownAt")) body.put("knownAt", options.knownAt());
        return body;
    }

    /** After the last row: those who are in the portfolio and in no row. They are numbered behind it. */
    private void end() {
        ended = true;
        List<Step> ofAbsent = steps.stream()
                .filter(step -> step.when().contains(RowStatus.ABSENT))
                .toList();
        if (ofAbsent.isEmpty()) return;
        List<Member> absent = roster.absent(seen);
        if (absent.isEmpty()) return;
        if (unrecognised > 0) {
            line++;
            waiting.add(List.of(fault(
                    SheetProblem.ABSENCE_UNCERTAIN,
                    "%s rows are not recognised, and %s initiatives are in no row"
                            .formatted(unrecognised, absent.size()),
                    List.of())));
            return;
        }
        for (Member member : absent) {
            line++;
            Read row = new Read(line, known.of(member.id()), member.id(), EnumSet.of(RowStatus.ABSENT));
            List<RowLine> lines =
                    ofAbsent.stream().flatMap(step -> line(step, row).stream()).toList();
            if (!lines.isEmpty()) waiting.add(lines);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
