package org.portfolioledger.query.answer;

import static java.util.Map.entry;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.portfolioledger.http.ApiSchemas;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.serialization.TypeSchemas;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes in the API page what every path that {@link ReadParameters} takes and responses. */
public final class ReadOperationCustomizer implements GlobalOperationCustomizer {

    private static final String TAG = "For the present, if one stream feeds the answer: the stream's version, for a"
            + " command's If-Match, \"0\" if it has not begun. Otherwise a digest.";

    private static final String PAGES = " One page is given; `next` is the cursor of the page after it.";

    private static final String WHOLE =
            " With `all`, the whole list is sent while it is made: the same bytes as a page that is"
                    + " long enough, without an ETag. An answer that breaks off is not the whole list.";

    private static final String FROM = "Only facts %s on or after this date%s.";
    private static final String TO = "Only facts %s before this date%s.";

    private static final Map<String, String> MEANING = Map.ofEntries(
            entry("asOf", "The day in the world, such as 2011-06-13 (Europe/London); by default today."),
            entry(
                    "knownAt",
                    "When the organisation knew: an instant with its offset, a date (its last instant in Europe/London;"
                            + " today means now), or position:N; by default everything on record."),
            entry("limit", "Maximum number of items on a page, 1 to 1000; by default 100."),
            entry("cursor", "The `next` value of the previous page; repeat all other parameters unchanged."),
            entry("sort", "Members to sort by, separated by commas; prefix a minus sign for descending order."),
            entry("from", "Start of the comparison: a date, an instant, asOf@knownAt or position:N. Required."),
            entry("to", "End of the comparison, in the same forms; now if left out."),
            entry("recordedFrom", FROM.formatted("recorded", " or instant")),
            entry("recordedTo", TO.formatted("recorded", " or instant")),
            entry("knownFrom", FROM.formatted("known", " or instant")),
            entry("knownTo", TO.formatted("known", " or instant")),
            entry("dueFrom", "Only those that are due on or after this date."),
            entry("atFrom", "Only those at or after this date or instant."),
            entry("atTo", "Only those before this date or instant."),
            entry("dueTo", "Only those that are due before this date."),
            entry(
                    "baseline",
                    "Number of the baseline with which they are compared; by default that of the one in force."),
            entry("effectiveFrom", FROM.formatted("effective", "")),
            entry("effectiveTo", TO.formatted("effective", "")));

    private final ApiSchemas schemas;

    public ReadOperationCustomizer(ApiSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        ReadParameters asks = ReadRequestArgumentResolver.parametersOf(method);
        if (asks == null) return operation;
        if (method.getBean() instanceof DescribedRead read) describe(operation, read, method.getMethod());
        String own = operation.getDescription() == null ? "" : operation.getDescription() + " ";
        operation.setDescription(own + time(asks.value()) + (asks.value().isPaged() ? PAGES : ""));
        if (asks.value() == Form.DIRECTORY) return operation;
        for (String name : ReadRequestParser.parameters(asks)) operation.addParametersItem(query(name, asks));
        if (asks.value() == Form.LOG) return operation;
        operation.addParametersItem(header("Sync-Token", "Position that the answer must at least include."));
        operation.addParametersItem(header("Prefer", "wait=n: how many seconds to wait for it, at most 30."));
        operation.addParametersItem(header("If-None-Match", "The ETag of an answer that the caller already has."));
        return operation.responses(answers(asks.value(), method));
    }

    private static String time(Form form) {
        return switch (form) {
            case ITEM ->
                "It is shown as it was on the day `asOf`, as known at `knownAt`; a 404 shows whether it was not"
                        + " known or not in effect then.";
            case LIST -> "It is shown as it was on the day `asOf`, as known at `knownAt`.";
            case HISTORY -> "All days are shown, as known at `knownAt`.";
            case RECORD -> "All days are shown, as known at `knownAt`; a 404 shows that it was not known then.";
            case COMPARISON -> "Both time points are parameters, and the answer repeats them.";
            case DIRECTORY -> "It has no history, and is shown as it is now.";
            case LOG -> "The latest come first.";
        };
    }

    private static Parameter query(String name, ReadParameters asks) {
        for (Count count : asks.counts()) if (count.name().equals(name)) return query(count);
        String meaning = MEANING.getOrDefault(name, "Only those whose " + name + " is this.");
        String allowed = name.equals("sort") ? " One or more of " + String.join(", ", asks.sorts()) + "." : "";
        StringSchema text = new StringSchema();
        ReadRequestParser.words(asks, name).forEach(text::addEnumItem);
        Schema<?> schema = name.equals("limit") && !asks.whole() ? new IntegerSchema() : text;
        if (name.equals("limit") && asks.whole()) allowed = WHOLE;
        return new Parameter()
                .name(name)
                .in("query")
                .required(asks.value() == Form.COMPARISON && name.equals("from"))
                .description(meaning + allowed)
                .schema(schema);
    }

    private static Parameter query(Count count) {
        Schema<?> schema = new IntegerSchema();
        schema.minimum(BigDecimal.valueOf(count.least())).maximum(BigDecimal.valueOf(count.most()));
        return new Parameter()
                .name(count.name())
                .in("query")
                .required(false)
                .description("%s From %s to %s%s."
                        .formatted(
                                count.meaning(),
                                count.least(),
                                count.most(),
                                count.otherwise() < count.least() ? "" : "; by default " + count.otherwise()))
                .schema(schema);
    }

    private static Parameter header(String name, String meaning) {
        return new Parameter()
                .name(name)
                .in("header")
                .required(false)
                .description(meaning)
                .schema(new StringSchema());
    }

    private static void describe(Operation operation, DescribedRead read, Method method) {
        operation.setSummary(read.summary(method));
        for (String variable : read.variables(method))
            operation.addParametersItem(
                    new Parameter().name(variable).in("path").required(true).schema(new StringSchema()));
    }

    /** The body is the view in the envelope of its form. */
    private Schema<?> body(Form form, HandlerMethod method) {
        Type view = method.getBean() instanceof DescribedRead read
                ? read.view(method.getMethod())
                : ((ParameterizedType) method.getReturnType().getGenericParameterType()).getActualTypeArguments()[0];
        return schemas.of(TypeSchemas.generic(Envelope.of(form), TypeSchemas.type(view)));
    }

    private ApiResponses answers(Form form, HandlerMethod method) {
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                "200",
                new ApiResponse()
                        .description("The answer, with the time point for which it holds")
                        .addHeaderObject("ETag", new Header().description(TAG).schema(new StringSchema()))
                        .content(new Content()
                                .addMediaType("application/json", new MediaType().schema(body(form, method)))));
        responses.addApiResponse("304", new ApiResponse().description("The caller already has it"));
        for (String problem : Arrays.asList("400", "404", "422", "503")) {
            responses.addApiResponse(problem, new ApiResponse().description("A problem detail, see /problems"));
        }
        return responses;
    }
}
