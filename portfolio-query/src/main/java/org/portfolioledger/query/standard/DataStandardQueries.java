package org.portfolioledger.query.standard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.standard.DataFault;
import org.portfolioledger.standard.DataFault.DataFaultKind;
import org.portfolioledger.standard.DataSources;
import org.portfolioledger.standard.DataSources.DataPathMeaning;
import org.portfolioledger.standard.DataStandards;
import org.portfolioledger.standard.DeliveryRecord;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RegisterState.DataStandard;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of data as a data standard has it, and of how good it is. */
@RestController
@RequestMapping("/api/v1")
final class DataStandardQueries {

    private static final String JUDGED_BY = "It is judged by the tables that the register defined last for the day, or,"
            + " as long as it defined none, by a default of ours, which `byDefault` marks.";

    private final Responses responses;
    private final Rows rows;
    private final PortfolioMembers members;
    private final DeliveryRecords records;

    DataStandardQueries(Responses responses, Rows rows, PortfolioMembers members, DeliveryRecords records) {
        this.responses = responses;
        this.rows = rows;
        this.members = members;
        this.records = records;
    }

    /** Every path from which an attribute can be read. */
    record DataPaths(List<DataPathMeaning> items) {}

    @GetMapping("/data-paths")
    @Operation(
            summary = "List the paths from which attributes of a data standard can be read",
            description = "They are part of the program. In a path that ends with `*`, a table puts the key of what it"
                    + " means: `attributes.sector`.")
    @ReadParameters(Form.DIRECTORY)
    DataPaths paths(ReadRequest request) {
        return new DataPaths(DataSources.paths());
    }

    @GetMapping("/registers/{register}/data-standard")
    @Operation(
            summary = "Get the tables of the data standard by which the data of a register is judged",
            description = JUDGED_BY)
    @ReadParameters(Form.ITEM)
    Answer<DataStandardView> tables(@PathVariable("register") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.REGISTER, id);
        Grounded<DataStandard> defined = defined(point, id);
        return responses.answer(request, point, null, DataStandardView.of(defined));
    }

    /**
     * What is on record of an initiative, as entities of the standard.
     *
     * @param standard the tables that name the attributes
     * @param items records of its entities
     * @param next cursor of the page after it; null: it is the last
     */
    record DataRecords(
            JudgedBy standard,
            List<DataRecordView> items,
            @JsonInclude @Nullable String next) {}

    @GetMapping("/initiatives/{initiative}/data-standard")
    @Operation(
            summary = "List what is on record of an initiative as the entities of a data standard",
            description = "Each value has the fact that stated it. " + JUDGED_BY)
    @ReadParameters(value = Form.LIST, choices = @Choice(filter = "entity", of = DataEntity.class))
    Answer<DataRecords> records(@PathVariable("initiative") String id, ReadRequest request) {
        String register = responses.registerOf(request, Kinds.INITIATIVE, id);
        TimePoint point = responses.point(request, register);
        Grounded<DataStandard> defined = defined(point, register);
        List<DataRecordView> wanted = record(point, id).stream()
                .flatMap(record -> DataRecordView.of(JudgedBy.tables(defined), record).stream())
                .filter(view -> SubResources.is(request.filter("entity"), view.entity()))
                .toList();
        PageView<DataRecordView> page = Pages.cut(rows, request, point, wanted);
        return responses.answer(
                request,
                point,
                rows.viewpoint(point, page.items()),
                new DataRecords(JudgedBy.of(defined), page.items(), page.next()));
    }

    /**
     * How good the data of an initiative is.
     *
     * @param standard the tables by which it is judged
     * @param entities each entity of the tables, over all pages and whatever the filters
     * @param items what is wrong
     * @param next cursor of the page after it; null: it is the last
     */
    record DataReport(
            JudgedBy standard,
            List<EntityQuality> entities,
            List<DataFault> items,
            @JsonInclude @Nullable String next) {}

    @GetMapping("/initiatives/{initiative}/data-standard/report")
    @Operation(
            summary = "List which attributes of an initiative are missing, malformed or too old by a data standard",
            description = JUDGED_BY)
    @ReadParameters(
            value = Form.LIST,
            choices = {
                @Choice(filter = "entity", of = DataEntity.class),
                @Choice(filter = "fault", of = DataFaultKind.class)
            },
            texts = "attribute",
            sorts = {"entity", "record", "attribute", "fault", "freshUntil"})
    Answer<DataReport> report(@PathVariable("initiative") String id, ReadRequest request) {
        String register = responses.registerOf(request, Kinds.INITIATIVE, id);
        TimePoint point = responses.point(request, register);
        Grounded<DataStandard> defined = defined(point, register);
        DataStandard tables = JudgedBy.tables(defined);
        requireAttribute(request, tables);
        List<EntityQuality> entities = List.of();
        List<DataFault> faults = List.of();
        DeliveryRecord record = record(point, id).orElse(null);
        if (record != null) {
            faults = DataStandards.faults(tables, record, point.asOf());
            entities = EntityQuality.of(tables, record, faults);
        }
        PageView<DataFault> page = Pages.cut(
                rows,
                request,
                point,
                faults.stream().filter(fault -> isAskedFor(fault, request)).toList());
        return responses.answer(
                request,
                point,
                rows.viewpoint(point, page.items()),
                new DataReport(JudgedBy.of(defined), entities, page.items(), page.next()));
    }

    /**
     * How good the data of a portfolio is.
     *
     * @param standard the tables by which it is judged
     * @param initiatives how many are open, and judged
     * @param items every attribute of the tables, that with most faults first
     * @param next cursor of the page after it; null: it is the last
     */
    record PortfolioDataReport(
            JudgedBy standard,
            int initiatives,
            List<AttributeQuality> items,
            @JsonInclude @Nullable String next) {}

    @GetMapping("/portfolios/{portfolio}/data-standard/report")
    @Operation(
            summary =
                    "Count, by attribute, what is missing, malformed or too old in the open initiatives of a portfolio",
            description = "The attribute with most faults comes first; the faults that are counted are listed by"
                    + " `…/data-standard/faults`. " + JUDGED_BY)
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "entity", of = DataEntity.class),
            sorts = {"entity", "attribute", "records", "initiatives", "missing", "malformed", "stale", "faults"})
    Answer<PortfolioDataReport> ofPortfolio(@PathVariable("portfolio") String id, ReadRequest request) {
        String register = responses.registerOf(request, Kinds.PORTFOLIO, id);
        TimePoint point = responses.point(request, register);
        Grounded<DataStandard> defined = defined(point, register);
        AttributeQuality.Sum sum = new AttributeQuality.Sum(JudgedBy.tables(defined));
        List<InitiativeState> open = members.allOpenIn(point, id);
        records.each(point, open, record -> {
            sum.add(record, point.asOf());
            return true;
        });
        PageView<AttributeQuality> page = Pages.cut(
                rows,
                request,
                point,
                sum.worstFirst().stream()
                        .filter(quality -> SubResources.is(request.filter("entity"), quality.entity()))
                        .toList());
        return responses.answer(
                request,
                point,
                null,
                new PortfolioDataReport(JudgedBy.of(defined), open.size(), page.items(), page.next()));
    }

    /**
     * What is wrong with the data of a portfolio.
     *
     * @param standard the tables by which it is judged
     * @param items by initiative, and in the order of the tables
     * @param next cursor of the page after it; null: it is the last
     */
    record DataFaults(
            JudgedBy standard,
            List<DataFault> items,
            @JsonInclude @Nullable String next) {}

    @GetMapping("/portfolios/{portfolio}/data-standard/faults")
    @Operation(
            summary = "List which attributes are missing, malformed or too old in the open initiatives of a portfolio",
            description = JUDGED_BY)
    @ReadParameters(
            value = Form.LIST,
            filters = "initiative",
            choices = {
                @Choice(filter = "entity", of = DataEntity.class),
                @Choice(filter = "fault", of = DataFaultKind.class)
            },
            texts = "attribute")
    Answer<DataFaults> faults(@PathVariable("portfolio") String id, ReadRequest request) {
        String register = responses.registerOf(request, Kinds.PORTFOLIO, id);
        TimePoint point = responses.point(request, register);
        Grounded<DataStandard> defined = defined(point, register);
        DataStandard tables = JudgedBy.tables(defined);
        requireAttribute(request, tables);
        List<InitiativeState> open = members.allOpenIn(point, id).stream()
                .filter(initiative -> SubResources.is(request.filter("initiative"), initiative.initiative()))
                .toList();
        FaultPage page =
                new FaultPage(request.page().afterNumber(), request.page().limit());
        records.each(
                point,
                open,
                record -> page.add(DataStandards.faults(tables, record, point.asOf()).stream()
                        .filter(fault -> isAskedFor(fault, request))
                        .toList()));
        PageView<DataFault> shown = Pages.page(request, point, page.items(), page.after());
        return responses.answer(
                request,
                point,
                rows.viewpoint(point, shown.items()),
                new DataFaults(JudgedBy.of(defined), shown.items(), shown.next()));
    }

    /** An attribute that no table has is a misspelling. */
    private static void requireAttribute(ReadRequest request, DataStandard tables) {
        request.word(
                "attribute",
                tables.entities().stream()
                        .flatMap(table -> table.attributes().stream())
                        .map(DataAttribute::name)
                        .distinct()
                        .toList());
    }

    private static boolean isAskedFor(DataFault fault, ReadRequest request) {
        return SubResources.is(request.filter("entity"), fault.entity())
                && SubResources.is(request.filter("fault"), fault.fault())
                && SubResources.is(request.filter("attribute"), fault.attribute());
    }

    private Optional<DeliveryRecord> record(TimePoint point, String initiative) {
        return rows.one(point, Kinds.INITIATIVE, initiative).map(known -> records.at(point, known.state()));
    }

    private @Nullable Grounded<DataStandard> defined(TimePoint point, String register) {
        return rows.one(point, Kinds.REGISTER, register)
                .flatMap(known -> Optional.ofNullable(known.state().dataStandard()))
                .orElse(null);
    }

    /** One page out of faults that come one initiative after the other: no more than the page is kept. */
    private static final class FaultPage {

        private final long start;
        private final int limit;
        private final List<DataFault> kept = new ArrayList<>();
        private long seen;

        FaultPage(long start, int limit) {
            this.start = start;
            this.limit = limit;
        }

        /** Whether more is wanted. */
        boolean add(List<DataFault> faults) {
            for (DataFault fault : faults) if (++seen > start && kept.size() <= limit) kept.add(fault);
            return kept.size() <= limit;
        }

        List<DataFault> items() {
            return kept.subList(0, Math.min(limit, kept.size()));
        }

        /** After which the next page begins; null: there is none. */
        @Nullable
        List<String> after() {
            return kept.size() <= limit ? null : List.of(String.valueOf(start + limit));
        }
    }
}
