package org.portfolioledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who is refused by the container learns whether the same request may be sent again. */
class ErrorPageTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(400, null, 400),
                Arguments.of(400, new BadRequestException("a chunk without a length"), 400),
                Arguments.of(400, new IllegalStateException(new MalformedInputException(1)), 400),
                Arguments.of(400, new ClientAbortException(new EOFException()), 400),
                Arguments.of(400, new IllegalStateException(new ClientAbortException(new EOFException())), 400),
                Arguments.of(400, new IllegalStateException(new ClientAbortException(new IOException())), 503),
                Arguments.of(400, new ClientAbortException(new ClosedChannelException()), 503),
                Arguments.of(400, new ClientAbortException(new IOException("Broken pipe")), 503),
                Arguments.of(400, new ClientAbortException(new SocketTimeoutException()), 408),
                Arguments.of(404, null, 404),
                Arguments.of(413, new IOException(), 413),
                Arguments.of(500, new IllegalStateException(), 500));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_connection_that_breaks_is_no_fault_of_the_request(int status, @Nullable Throwable fault, int told) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, fault);

        assertThat(new ErrorPage().error(request).getStatusCode().value()).isEqualTo(told);
    }
}
