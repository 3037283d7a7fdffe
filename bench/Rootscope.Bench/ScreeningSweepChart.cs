using System.Globalization;
using System.Text;
using Rootscope.Screening.Calibration;
using Rootscope.Screening.Scores;

namespace Rootscope.Bench;

/// <summary>Precision, recall and F1 against the threshold, on both halves of labelled pairs, as SVG.</summary>
internal static class ScreeningSweepChart
{
    private const double Width = 640;
    private const double Height = 380;
    private const double Left = 60;
    private const double Right = 150;
    private const double Top = 44;
    private const double Bottom = 52;
    private const double First = 0.5;
    private const double Last = 0.95;
    private const double Least = 0.3;

    /// <summary>The drawing.</summary>
    public static string Of(ThresholdSweep development, ThresholdSweep held)
    {
        var svg = new StringBuilder();
        Add(
            svg,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">"
        );
        Add(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        Add(
            svg,
            $"<text x=\"{Left}\" y=\"24\" font-size=\"15\">Labelled pairs by threshold (solid: held half; dashed: development half)</text>"
        );
        for (double share = Least; share <= 1.001; share += 0.1)
        {
            Add(svg, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(share):0.0}\" y2=\"{Y(share):0.0}\" stroke=\"#ddd\"/>");
            Add(svg, $"<text x=\"{Left - 8}\" y=\"{Y(share) + 4:0.0}\" text-anchor=\"end\">{share:0.0}</text>");
        }

        for (double threshold = First; threshold <= Last + 0.001; threshold += 0.05)
        {
            Add(svg, $"<text x=\"{X(threshold):0.0}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{threshold:0.00}</text>");
        }

        double standard = X(NameScore.DefaultThreshold);
        Add(svg, $"<line x1=\"{standard:0.0}\" x2=\"{standard:0.0}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#888\"/>");
        Add(svg, $"<text x=\"{(Left + Width - Right) / 2:0.0}\" y=\"{Height - 10}\" text-anchor=\"middle\">threshold</text>");
        Lines(svg, development, held, p => p.Precision, "#1b6ca8", "precision");
        Lines(svg, development, held, p => p.Recall, "#c05a1c", "recall");
        Lines(svg, development, held, p => p.F1, "#2b7a3d", "F1");
        return svg.Append("</svg>\n").ToString();
    }

    private static void Lines(
        StringBuilder svg,
        ThresholdSweep development,
        ThresholdSweep held,
        Func<ThresholdPoint, double> figure,
        string colour,
        string label
    )
    {
        foreach ((ThresholdSweep sweep, string dash) in new[] { (development, " stroke-dasharray=\"5 4\""), (held, string.Empty) })
        {
            IEnumerable<string> points = Enumerable
                .Range(0, 46)
                .Select(i => First + (i * 0.01))
                .Select(t => string.Create(CultureInfo.InvariantCulture, $"{X(t):0.0},{Y(figure(sweep.At(t))):0.0}"));
            Add(svg, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{dash} points=\"{string.Join(' ', points)}\"/>");
        }

        Add(svg, $"<text x=\"{Width - Right + 8}\" y=\"{Y(figure(held.At(Last))) + 4:0.0}\" fill=\"{colour}\">{label}</text>");
    }

    private static double X(double threshold) => Left + ((Width - Left - Right) * (threshold - First) / (Last - First));

    private static double Y(double share) => Height - Bottom - ((Height - Top - Bottom) * (Math.Max(share, Least) - Least) / (1 - Least));

    private static void Add(StringBuilder svg, FormattableString line) =>
        svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
