package stoffprobe.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import stoffprobe.Skipped;

/** A headless Chromium that shows pages from disk, and what it says of them. */
public final class Chromium implements AutoCloseable {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");
  private static final List<String> DRIVERS = List.of("chromedriver");
  private static final List<String> USUAL_PLACES =
      List.of("/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/usr/lib/chromium-browser");

  static final String MISSING =
      "no chromium and chromedriver on this machine"
          + " (Debian, Ubuntu: apt install chromium chromium-driver)";

  private static final String VIOLATIONS =
      """
      const done = arguments[arguments.length - 1];
      axe.run({exclude: ['svg > *']}, {
        preload: false,
        rules: {'color-contrast': {enabled: arguments[0]}},
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }).then(result => done(result.violations.flatMap(rule => rule.nodes.slice(0, 5).map(node =>
          rule.id + ': ' + node.html.slice(0, 200) + ' | ' + node.failureSummary))),
        error => done(['axe failed: ' + error]));
      """;

  /** Held, since its level says that a browser newer than Selenium is no news. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  private final ChromeDriver driver;

  private Chromium(Path browser, Path program) {
    DEVTOOLS.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    // A container seldom allows a sandbox and has little shared memory; the pages are our own.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--disable-gpu", "--hide-scrollbars", "--force-prefers-reduced-motion");
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    // Both paths are given: Selenium looks for nothing and downloads nothing.
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program.toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
  }

  /** Starts it if both browser and driver are installed. */
  public static Optional<Chromium> installed() {
    Optional<Path> browser = find(BROWSERS);
    Optional<Path> program = find(DRIVERS);
    return browser.isPresent() && program.isPresent()
        ? Optional.of(new Chromium(browser.get(), program.get()))
        : Optional.empty();
  }

  /** Starts it; where it is not installed, the tests are skipped. */
  public static Chromium orSkip() {
    Optional<Chromium> installed = installed();
    if (installed.isEmpty()) {
      Skipped.because(MISSING);
    }
    return installed.orElseThrow();
  }

  /** Shows a page as on a first visit, on a light screen of {@code width x height}. */
  public void open(Path page, int width, int height) {
    open(page.toUri(), width, height);
  }

  /** The same with a page of any address. */
  public void open(URI page, int width, int height) {
    cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    media("", "light");
    screen(width, height);
    driver.get(page.toString());
    if ((boolean) run("const n = localStorage.length; localStorage.clear(); return n > 0;")) {
      driver.navigate().refresh();
    }
  }

  /** The same page once more, by the same visitor. */
  void reload() {
    driver.navigate().refresh();
  }

  public void screen(int width, int height) {
    Map<String, Object> metrics =
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600);
    cdp("Emulation.setDeviceMetricsOverride", metrics);
  }

  /**
   * How the page is shown.
   *
   * @param type {@code print}, or empty for a screen
   * @param scheme {@code light} or {@code dark}
   */
  public void media(String type, String scheme) {
    Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    cdp("Emulation.setEmulatedMedia", Map.of("media", type, "features", List.of(feature)));
  }

  void withoutScripts() {
    cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    driver.navigate().refresh();
  }

  /** The value of a script's {@code return}. */
  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** The value that a script hands to its last argument. */
  public Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** What stands on the screen of an element, without what is hidden. */
  public String text(String selector) {
    return (String) run("return document.querySelector(arguments[0]).innerText", selector);
  }

  public boolean shows(String selector) {
    return (boolean) run("return document.querySelector(arguments[0]).checkVisibility()", selector);
  }

  public void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  void press(Keys... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** The page as a PDF, on A4. */
  byte[] pdf() {
    Map<String, Object> paper =
        Map.of("printBackground", true, "paperWidth", 8.27, "paperHeight", 11.69);
    return Base64.getDecoder().decode((String) cdp("Page.printToPDF", paper).get("data"));
  }

  /** What the console said since the last call, warnings and notes too. */
  public List<String> console() {
    return entries(LogType.BROWSER);
  }

  /** The events of the network since the last call, as JSON. */
  public List<String> traffic() {
    return entries(LogType.PERFORMANCE).stream().filter(e -> e.contains("Network.")).toList();
  }

  Map<String, Object> cdp(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  private List<String> entries(String log) {
    List<String> messages = new ArrayList<>();
    driver.manage().logs().get(log).forEach(entry -> messages.add(entry.getMessage()));
    return messages;
  }

  /** Opens all that a reader may unfold. */
  public void unfold() {
    run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
  }

  /**
   * What axe-core finds by the rules of WCAG 2.2 AA and by its best practices. A picture counts by
   * its text, without what it draws.
   *
   * @param contrast whether colours are looked at, too
   */
  public List<?> violations(boolean contrast) throws IOException {
    if ((boolean) run("return typeof axe === 'undefined'")) {
      run(axe());
    }
    return (List<?>) await(VIOLATIONS, contrast);
  }

  /** The source of axe-core. */
  public static String axe() throws IOException {
    try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Optional<Path> find(List<String> names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    List<String> places =
        Stream.concat(Arrays.stream(path.split(File.pathSeparator)), USUAL_PLACES.stream())
            .toList();
    return names.stream()
        .flatMap(name -> places.stream().map(place -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
