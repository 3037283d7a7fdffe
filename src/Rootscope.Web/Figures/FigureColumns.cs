using Rootscope.Answers.Roots;
using Rootscope.Roots;
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

    public static readonly Phrase MoneyPerMoney = new("money per money", "元/元");
    public static readonly Phrase Times = new("×", "×");
    public static readonly Phrase OwnOutput = new("Own output", "自身产出");
    public static readonly Phrase AtStake = new("At stake", "关乎价值");
    public static readonly Phrase Place = new("#", "#");

    public static Column<RootRow> Leverage(Tongue tongue) =>
        RootRowColumns.Leverage.Headed(Phrases.MeasureCalled("leverage"), tongue, MoneyPerMoney);

    public static Column<RootRow> Gap(Tongue tongue) => RootRowColumns.Gap.Headed(Phrases.MeasureCalled("gap"), tongue, Times);

    public static Column<RootRow> OutputShare(Tongue tongue) => RootRowColumns.OutputShare.Headed(OwnOutput, tongue);

    public static Column<RootRow> Loss(Tongue tongue) => RootRowColumns.Loss.Headed(AtStake, tongue);

    public static Column<RootRow> Reach(Tongue tongue) => RootRowColumns.Reach.Headed(Phrases.MeasureCalled("reach"), tongue);
}
