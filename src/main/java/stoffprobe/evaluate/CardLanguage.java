package stoffprobe.evaluate;

import java.util.List;
import java.util.Locale;
import stoffprobe.config.ClassNames;
import stoffprobe.config.Invert;

/** The languages that a model card is written in: its text with gaps, and the words in these. */
enum CardLanguage {
  ENGLISH("MODEL.md", Locale.ROOT, Template.ENGLISH),
  GERMAN("MODEL.de.md", Locale.GERMANY, Template.GERMAN);

  private final String file;
  private final Locale locale;
  private final String template;

  CardLanguage(String file, Locale locale, String template) {
    this.file = file;
    this.locale = locale;
    this.template = template;
  }

  /** The card's name in the model's folder. */
  String file() {
    return file;
  }

  /** The card, from what {@link ModelCard} knows. */
  String card(Object... values) {
    return format(template, values);
  }

  /** As {@link String#format}, with numbers as this language writes them. */
  String format(String text, Object... values) {
    return String.format(locale, text, values);
  }

  /** One of two. */
  String pick(String english, String german) {
    return this == ENGLISH ? english : german;
  }

  List<String> names(ClassNames classes) {
    return this == ENGLISH ? classes.en() : classes.de();
  }

  /** How a picture becomes an image. */
  String pictureRule(Invert invert, boolean colour) {
    return this == ENGLISH ? PictureText.rule(invert, colour) : PictureText.german(invert, colour);
  }

  /** The texts, whose gaps are numbered by {@link ModelCard}. */
  private static final class Template {

    private static final String ENGLISH =
"""
# %1$s, trained on %2$s

A network with %3$,d trained parameters that tells %4$d kinds of %5$s image apart, each %6$d x %7$d pixels.
It was trained and measured by the pipeline `%8$s` (seed %9$d, TensorFlow %10$s). Its values have the SHA-256
`%11$s`; `model.json` says the same for programs.

## Data

%2$s: %12$,d training images and %13$,d test images. Licence: %14$s.

## How good it is

Of the %13$,d test images, which were held back from training, %15$s %% are right (95 %% interval: %16$s to %17$s).
Macro-F1 %18$s; Brier score %19$s; expected calibration error %20$s. The interval tells of the chance
in the test images, not of that in training: another seed gives another network.

| class | recall, %% | 95 %% interval | precision, %% | 95 %% interval | test images |
|---|---|---|---|---|---|
%21$s

## Where it is weak

It finds these classes least often: %22$s.
%23$s

## Limits

* It knows the %4$d classes above and nothing else: whatever it is shown, it names one of them.
* These figures hold for images like the test images. Another camera, background or season is something else.
* A picture becomes an image by this rule: %24$s.
* A picture is called unlike the training images if its distance to the nearest of up to 2,000 of them is
  above 1; 1 %% of the test images are. It is a warning, not proof: a picture below 1 may still be of a kind
  that the network does not know. The rule, for programs: %25$s.
* `references.npy` holds thumbnails (7 x 7) of training images. Mind that before you pass the folder on.

## How to use it

Without writing a program:

```
stoffprobe predict photo.png --model-folder %1$s
stoffprobe serve --model-folder %1$s
```

In Java, with `stoffprobe.jar` and its libraries:

```java
try (Classifier classifier = Classifier.open(Path.of("%1$s"))) {
  Classification answer = classifier.classify(Path.of("photo.png"));
  System.out.println(answer.className() + " " + answer.probability());
}
```

In another language with TensorFlow, such as Python; the normalisation is inside:

```python
classify = tf.saved_model.load("%1$s/saved_model").signatures["serving_default"]
answer = classify(images=tf.constant(images))  # uint8 [n, %26$s]
answer["probabilities"]                        # float32 [n, %4$d]
```
""";

    private static final String GERMAN =
"""
# %1$s, trainiert mit %2$s

Ein Netz mit %3$,d trainierten Parametern, das %4$d Arten von %5$s mit je %6$d x %7$d Bildpunkten unterscheidet.
Trainiert und gemessen hat es die Pipeline `%8$s` (Startwert %9$d, TensorFlow %10$s). Seine Werte haben den SHA-256
`%11$s`; `model.json` sagt dasselbe für Programme.

## Daten

%2$s: %12$,d Trainingsbilder und %13$,d Testbilder. Lizenz: %14$s.

## Wie gut es ist

Von den %13$,d Testbildern, die dem Training vorenthalten wurden, sind %15$s %% richtig (95-%%-Intervall: %16$s bis %17$s).
Makro-F1 %18$s; Brier-Score %19$s; erwarteter Kalibrierungsfehler %20$s. Das Intervall steht für den Zufall
in den Testbildern, nicht für den im Training: Ein anderer Startwert ergibt ein anderes Netz.

| Klasse | erkannt (Recall), %% | 95-%%-Intervall | richtig genannt (Precision), %% | 95-%%-Intervall | Testbilder |
|---|---|---|---|---|---|
%21$s

## Wo es schwach ist

Diese Klassen findet es am seltensten: %22$s.
%23$s

## Grenzen

* Es kennt die %4$d Klassen oben und sonst nichts: Was man ihm auch zeigt, es nennt eine von ihnen.
* Diese Zahlen gelten für Bilder wie die Testbilder. Eine andere Kamera, ein anderer Hintergrund oder eine andere
  Jahreszeit ist etwas anderes.
* Aus einer Bilddatei wird nach dieser Regel ein Bild: %24$s.
* Ein Bild gilt als den Trainingsbildern unähnlich, wenn sein Abstand zum nächsten von bis zu 2.000 von ihnen über 1 liegt;
  von den Testbildern gilt das für 1 %%. Das ist eine Warnung und kein Beweis: Auch ein Bild unter 1 kann von einer Art
  sein, die das Netz nicht kennt. Die Regel steht für Programme in `model.json` unter `familiarity`.
* `references.npy` enthält Vorschaubilder (7 x 7) von Trainingsbildern. Bedenken Sie das, bevor Sie den Ordner weitergeben.

## Wie man es benutzt

Ohne ein Programm zu schreiben:

```
stoffprobe predict photo.png --model-folder %1$s
stoffprobe serve --model-folder %1$s
```

In Java, mit `stoffprobe.jar` und seinen Bibliotheken:

```java
try (Classifier classifier = Classifier.open(Path.of("%1$s"))) {
  Classification answer = classifier.classify(Path.of("photo.png"));
  System.out.println(answer.className() + " " + answer.probability());
}
```

In einer anderen Sprache mit TensorFlow, etwa Python; die Normalisierung ist enthalten:

```python
classify = tf.saved_model.load("%1$s/saved_model").signatures["serving_default"]
answer = classify(images=tf.constant(images))  # uint8 [n, %26$s]
answer["probabilities"]                        # float32 [n, %4$d]
```
""";
  }
}
