using Rootscope.Answers.Roots;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>Columns as pages show them: headings in the page's language, and units as people read them.</summary>
internal static class FigureColumns
{
    /// <summary>A column with a heading of its own.</summary>
    public static Column<TRow> Headed<TRow>(this Column<TRow> column, Phrase heading, Tongue tongue, Phrase? unit = null) =>
        column with
        {
            Heading = heading[tongue],
            UnitForPeople = unit?[tongue],
        };

    /// <summary>The unit beside the heading; shares are read in per cent.</summary>
    public static string UnitOf(Column column) => column.UnitForPeople ?? (column.Style == ColumnStyle.Share ? "%" : column.Unit);

    /// <summary>A number as the table under a drawing shows it.</summary>
    public static double Shown(Column column, double value) => column.Style == ColumnStyle.Share ? value * 100 : value;

    public static readonly Phrase OwnOutput = new("Own output", "自身产出");
    public static readonly Phrase LostWithTheCut = new("Lost with the cut", "削减所致损失");

    /// <summary>The column of a measure, by its name and in the unit that people read it in.</summary>
    public static Column<RootRow> Of(RootMeasure measure, Tongue tongue) =>
        RootRowColumns.Of(measure).Headed(Phrases.Called(measure), tongue, Phrases.UnitOf(measure));

    public static Column<RootRow> OutputShare(Tongue tongue) => RootRowColumns.Of(RootMeasures.Output).Headed(OwnOutput, tongue);

    public static Column<RootRow> Loss(Tongue tongue) => RootRowColumns.Of(RootMeasures.Loss).Headed(LostWithTheCut, tongue);
}
