package stoffprobe.report;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import stoffprobe.Skipped;

/**
 * One browser and one set of pages for all tests of a run. Where no browser is installed, they are
 * skipped.
 */
final class InChromium implements BeforeAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(InChromium.class);

  /** What all tests share; closed with the test run. */
  private record Shared(Chromium chromium, RenderedReports reports) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      chromium.close();
      reports.close();
    }
  }

  /** Stands for a browser that isn't there. */
  private record Missing() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (state(context) instanceof Missing) {
      Skipped.because(Chromium.MISSING);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Chromium.class || type == RenderedReports.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Shared shared = (Shared) state(context);
    return parameter.getParameter().getType() == Chromium.class ? shared.chromium : shared.reports;
  }

  private static Object state(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    return store.computeIfAbsent("state", key -> start());
  }

  private static Object start() {
    return Chromium.installed()
        .<Object>map(chromium -> new Shared(chromium, new RenderedReports()))
        .orElseGet(Missing::new);
  }
}
