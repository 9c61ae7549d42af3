package org.portfolioledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What cannot be read or answered as asked is refused before anything is done (RFC 9110, 12 and 15.5). */
class NegotiationFilterTest {

    private final NegotiationFilter filter = new NegotiationFilter(FactSerializer.mapper());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|200",
                "*/*|200",
                "application/json|200",
                "application/*|200",
                "text/html, application/xhtml+xml, */*;q=0.8|200",
                "text/csv, application/json;q=0.1|200",
                "APPLICATION/JSON|200",
                "text/csv|406",
                "application/xml|406",
                "application/problem+json|406",
                "application/json;q=0|406",
                "*/*, application/json;q=0|406",
                "application/*;q=0, */*|406",
                "nonsense|400",
                "*/*;q=x|400"
            })
    void an_answer_is_json_or_it_is_refused(String accept, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/initiatives");
        if (!accept.isEmpty()) request.addHeader("Accept", accept);
        assertThat(statusOf(request)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|''|200",
                "application/json;charset=UTF-8|''|200",
                "application/json;charset=us-ascii|identity|200",
                "application/json;charset=ISO-8859-1|''|415",
                "application/json;charset=nonsense|''|415",
                "nonsense|''|415",
                "multipart/form-data;boundary=x|''|415",
                "*/*|''|415",
                "application/json|gzip|415",
                "application/json|br, gzip|415"
            })
    void a_body_is_utf_8_without_a_coding_or_it_is_refused(String type, String coding, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/initiatives");
        request.addHeader("Content-Type", type);
        if (!coding.isEmpty()) request.addHeader("Content-Encoding", coding);
        assertThat(statusOf(request)).isEqualTo(status);
    }

    private int statusOf(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        AtomicBoolean done = new AtomicBoolean();
        filter.doFilter(request, response, (_, _) -> done.set(true));
        assertThat(done.get()).isEqualTo(response.getStatus() == 200);
        if (response.getStatus() != 200) assertThat(response.getContentType()).startsWith("application/problem+json");
        return response.getStatus();
    }
}
