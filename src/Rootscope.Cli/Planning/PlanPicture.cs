using System.Globalization;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Pictures;
using SkiaSharp;

namespace Rootscope.Cli.Planning;

/// <summary>The picture of a plan: mean loss before and after by technology, with what is funded when.</summary>
internal static class PlanPicture
{
    private const int MostRows = 16;
    private const float LabelWidth = 330;
    private const float WordsWidth = 360;
    private const float RowHeight = 44;
    private const float BarHeight = 11;

    /// <summary>Draws the plan.</summary>
    public static Picture Of(PlanAnswer answer, Provenance provenance)
    {
        var money = MoneyScale.Of(answer.Loop.Spots.Table);
        PlanEffect[] rows = [.. answer.Effects.OrderByDescending(e => e.Money > 0).ThenByDescending(e => e.Before).Take(MostRows)];
        return new Picture
        {
            Title = $"Where {money.Text(answer.Plan.Problem.Budget)} {money.Unit} go: {answer.Loop.Spots.Economy}",
            Subtitle =
                $"Mean loss over {answer.Plan.Problem.Scenarios.Count} scenarios in {money.Unit}: grey before, coloured after; right: what "
                + $"is funded, with the year it begins; {QuestionWords.PlanRisks.WordOf(answer.Question.Measure)} loss "
                + $"{money.Text(answer.Nothing)} to {money.Text(answer.Plan.Risk)}.",
            Height = (int)(240 + (Math.Max(1, rows.Length) * RowHeight)),
            Footnotes = [PlanReport.AssumptionsInWords(answer)],
            Source = provenance.ToLine(),
            Draw = (canvas, inside) => Draw(canvas, inside, answer, rows, money),
        };
    }

    private static List<SKRect> Draw(SKCanvas canvas, SKRect inside, PlanAnswer answer, PlanEffect[] rows, MoneyScale money)
    {
        var boxes = new List<SKRect>();
        using SKFont font = Typefaces.Instance.Font(Theme.TextSize);
        using SKFont small = Typefaces.Instance.Font(Theme.SmallSize);
        double most = rows.Select(r => r.Before).DefaultIfEmpty(1).Max();
        float left = inside.Left + LabelWidth;
        float width = inside.Right - WordsWidth - left;
        for (int r = 0; r < rows.Length; r++)
        {
            PlanEffect row = rows[r];
            float top = inside.Top + (r * RowHeight);
            string name = TextLines.Wrap(row.Subject.Name, font, LabelWidth - 16, mostLines: 1)[0];
            boxes.Add(PictureFrame.Text(canvas, name, inside.Left, top + BarHeight + 4, font, Theme.Ink));
            Bar(row.Before, top, Theme.Plain.Color);
            Bar(row.After, top + BarHeight + 2, Theme.MarkOf(row.Subject.Technologies[0].Area.Id).Color);
            string funded = string.Join(
                "; ",
                answer
                    .Lines.Where(l => l.Subject == row.Subject && l.Choice.Money > 0)
                    .OrderBy(l => l.Choice.Year)
                    .Select(l =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{QuestionWords.PlanMeasures.WordOf(l.Item.Measure)} {money.Text(l.Choice.Money)} ({l.Choice.Year})"
                        )
                    )
            );
            IReadOnlyList<string> lines = TextLines.Wrap(funded.Length > 0 ? funded : "nothing", small, WordsWidth - 20, mostLines: 2);
            for (int i = 0; i < lines.Count; i++)
            {
                boxes.Add(PictureFrame.Text(canvas, lines[i], inside.Right - WordsWidth + 20, top + 12 + (i * 15), small, Theme.Muted));
            }
        }

        return boxes;

        void Bar(double value, float top, SKColor color)
        {
            using var fill = new SKPaint { Color = color };
            canvas.DrawRect(left, top, Math.Max(1, (float)(width * value / most)), BarHeight, fill);
        }
    }
}
