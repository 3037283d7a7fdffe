using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Upgrading;
using Rootscope.Cli.Pictures;
using Rootscope.Upgrading;
using SkiaSharp;

namespace Rootscope.Cli.Upgrading;

/// <summary>Fans over the draws: three figures of one technology, or the home share of several.</summary>
internal static class FanPicture
{
    private const int MostPanels = 12;
    private const int Across = 3;
    private const float Gap = 34;
    private const float Left = 44;
    private const float Above = 26;
    private const float Below = 22;
    private const float PanelHeight = 230;
    private const float HighPanel = 430;
    private const byte Outer = 60;
    private const byte Inner = 120;

    /// <summary>One fan with its heading.</summary>
    private sealed record Panel(string Title, UpgradingFan Fan, UpgradingFan? Free, SKColor Color);

    /// <summary>Draws the fans of an answer.</summary>
    public static Picture Of(UpgradeAnswer answer, Provenance provenance)
    {
        UpgradeLine[] lines = [.. answer.Lines.Where(l => l.Course is not null)];
        bool isOne = lines.Length == 1;
        Panel[] panels = isOne ? [.. PanelsOf(lines[0])] : [.. lines.Take(MostPanels).Select(Home)];
        int rows = Math.Max(1, (panels.Length + Across - 1) / Across);
        string[] without = [.. answer.Lines.Where(l => l.Course is null).Select(l => l.Technology.Name)];
        return new Picture
        {
            Title = isOne
                ? $"Catching up: {lines[0].Technology.Name}, {answer.Spots.Economy}"
                : $"Catching up: share of the home market made at home, {answer.Spots.Economy}",
            Subtitle = string.Create(
                CultureInfo.InvariantCulture,
                $"Years after the base year. Line: median of {answer.Question.Draws} draws; dark: half of them; light: 90%; dashed: the "
                    + $"median where nothing is done. Shares in %."
            ),
            Height = (int)(250 + (rows * (isOne ? HighPanel : PanelHeight))),
            Footnotes =
            [
                UpgradeReport.AssumptionsInWords(answer.Parameters),
                .. lines.Length > MostPanels
                    ? new[]
                    {
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{lines.Length - MostPanels} technologies with less at stake are left out; ask for -f csv."
                        ),
                    }
                    : [],
                .. without.Length > 0 ? new[] { $"Without imports or a carrier in the table: {string.Join("; ", without)}." } : [],
            ],
            Source = provenance.ToLine(),
            Draw = (canvas, inside) => Draw(canvas, inside, panels, rows),
        };
    }

    private static IEnumerable<Panel> PanelsOf(UpgradeLine line)
    {
        yield return Home(line) with
        {
            Title = "made at home",
        };
        yield return PanelOf(line, UpgradingFigure.CostGap, "cost gap for the same quality");
        if (line.Course!.Start.Stake.Count > 0)
        {
            yield return PanelOf(line, UpgradingFigure.AtStake, "at stake, of a year's spending");
        }
    }

    private static Panel Home(UpgradeLine line) => PanelOf(line, UpgradingFigure.HomeShare, line.Technology.Name);

    private static Panel PanelOf(UpgradeLine line, UpgradingFigure figure, string title) =>
        new(
            title,
            line.Course![figure],
            ReferenceEquals(line.Course, line.Free) ? null : line.Free![figure],
            Theme.MarkOf(line.Technology.Area.Id).Color
        );

    private static List<SKRect> Draw(SKCanvas canvas, SKRect inside, Panel[] panels, int rows)
    {
        var boxes = new List<SKRect>();
        using SKFont font = Typefaces.Instance.Font(Theme.TextSize);
        using SKFont small = Typefaces.Instance.Font(Theme.SmallSize);
        if (panels.Length == 0)
        {
            boxes.Add(
                PictureFrame.Text(canvas, "No technology has a course.", inside.Left, inside.Top + Theme.TextSize, font, Theme.Muted)
            );
            return boxes;
        }

        int columns = Math.Min(Across, panels.Length);
        float width = (inside.Width - (Gap * (columns - 1))) / columns;
        float height = (inside.Height - (Gap * (rows - 1))) / rows;
        for (int i = 0; i < panels.Length; i++)
        {
            float left = inside.Left + (i % columns * (width + Gap));
            float top = inside.Top + (i / columns * (height + Gap));
            One(canvas, panels[i], new SKRect(left + Left, top + Above, left + width, top + height - Below), font, small, boxes);
        }

        return boxes;
    }

    private static void One(SKCanvas canvas, Panel panel, SKRect plot, SKFont font, SKFont small, List<SKRect> boxes)
    {
        string title = TextLines.Wrap(panel.Title, font, plot.Width + Left, mostLines: 1)[0];
        boxes.Add(PictureFrame.Text(canvas, title, plot.Left - Left, plot.Top - 10, font, Theme.Ink));
        int years = panel.Fan.Median.Count - 1;
        double low = Math.Min(0, panel.Fan.Low.Min());
        double high = Math.Max(panel.Fan.High.Max(), panel.Free?.Median.Max() ?? 0);
        high = high - low < 1e-9 ? low + 1 : high;
        using var axis = new SKPaint
        {
            Color = Theme.Line,
            StrokeWidth = 1,
            IsAntialias = true,
        };
        canvas.DrawLine(plot.Left, plot.Bottom, plot.Right, plot.Bottom, axis);
        foreach (double at in new[] { low, (low + high) / 2, high })
        {
            float y = Y(at);
            canvas.DrawLine(plot.Left - 4, y, plot.Left, y, axis);
            string text = string.Create(CultureInfo.InvariantCulture, $"{at * 100:0.#}");
            boxes.Add(PictureFrame.Text(canvas, text, plot.Left - 7, y + 4, small, Theme.Muted, SKTextAlign.Right));
        }

        foreach (int t in new[] { 0, years / 2, years }.Distinct())
        {
            string text = t.ToString(CultureInfo.InvariantCulture);
            SKTextAlign align =
                t == 0 ? SKTextAlign.Left
                : t == years ? SKTextAlign.Right
                : SKTextAlign.Center;
            boxes.Add(PictureFrame.Text(canvas, text, X(t), plot.Bottom + 15, small, Theme.Muted, align));
        }

        Band(panel.Fan.Low, panel.Fan.High, Outer);
        Band(panel.Fan.LowerQuarter, panel.Fan.UpperQuarter, Inner);
        Line(panel.Fan.Median, panel.Color, dashed: false);
        if (panel.Free is { } free)
        {
            Line(free.Median, Theme.Muted, dashed: true);
        }

        float X(int t) => plot.Left + (plot.Width * t / years);

        float Y(double value) => plot.Bottom - (float)(plot.Height * (value - low) / (high - low));

        void Band(IReadOnlyList<double> from, IReadOnlyList<double> to, byte alpha)
        {
            using var path = new SKPath();
            path.MoveTo(X(0), Y(from[0]));
            for (int t = 1; t <= years; t++)
            {
                path.LineTo(X(t), Y(from[t]));
            }

            for (int t = years; t >= 0; t--)
            {
                path.LineTo(X(t), Y(to[t]));
            }

            path.Close();
            using var fill = new SKPaint { Color = panel.Color.WithAlpha(alpha), IsAntialias = true };
            canvas.DrawPath(path, fill);
        }

        void Line(IReadOnlyList<double> values, SKColor color, bool dashed)
        {
            using var path = new SKPath();
            path.MoveTo(X(0), Y(values[0]));
            for (int t = 1; t <= years; t++)
            {
                path.LineTo(X(t), Y(values[t]));
            }

            using SKPathEffect? dashes = dashed ? SKPathEffect.CreateDash([6, 5], 0) : null;
            using var stroke = new SKPaint
            {
                Color = color,
                IsAntialias = true,
                IsStroke = true,
                StrokeWidth = 2,
                PathEffect = dashes,
            };
            canvas.DrawPath(path, stroke);
        }
    }
}
