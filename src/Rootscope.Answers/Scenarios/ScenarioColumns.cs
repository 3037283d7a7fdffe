using Rootscope.Answers.Reports;
using Rootscope.Shocks.Lenses;

namespace Rootscope.Answers.Scenarios;

/// <summary>The columns of a scenario's result: the same on the command line, in the API and in figures.</summary>
internal static class ScenarioColumns
{
    public static readonly Column<ScenarioLine> Lens = Text("lens", "The lens; null for shocks and carriers.", l => l.Lens?.Lens.Word);

    public static readonly Column<ScenarioLine> Region = Text(
        "region",
        "Code of the region; null for all regions together.",
        l => l.Region?.Code
    );

    public static readonly Column<ScenarioLine> RegionName = Text("regionName", "Name of the region.", l => l.Region?.Name);

    public static readonly Column<ScenarioLine> Code = Text(
        "code",
        "Code of the industry, or identifier of a technology that was split off.",
        l => l.Code
    );

    public static readonly Column<ScenarioLine> Name = Text("name", "Name of the industry or technology.", l => l.Name);

    public static readonly Column<ScenarioLine> Shock = new(
        "shock",
        string.Empty,
        "Number of the shock in the file, from 1.",
        ColumnStyle.Whole,
        null,
        l => l.Shock
    );

    public static readonly Column<ScenarioLine> Words = Text(
        "text",
        "What a shock does, why a lens cannot represent it, or what a buyer lacks, in words.",
        l => l.Text
    );

    public static readonly Column<ScenarioLine> Base = Money(
        "base",
        "What the loss is a share of, before: real final spending, a year's as of what is at stake, or value added under the "
            + $"{OfValueAdded} lenses.",
        l => l.Outcome?.Base ?? l.Whole?.Base
    );

    public static readonly Column<ScenarioLine> Loss = Share(
        "loss",
        "Loss of that, below 0 for a gain.",
        l => l.Outcome?.Loss ?? l.Whole?.Loss
    ) with
    {
        IsLoss = true,
    };

    public static readonly Column<ScenarioLine> LossMoney = Money(
        "lossMoney",
        "The same in money of the base year.",
        l => l.Outcome?.Money ?? l.Whole?.Money
    ) with
    {
        IsLoss = true,
    };

    public static readonly Column<ScenarioLine> Output = Money("output", "Output of the sector before.", l => l.Sector?.Output);

    public static readonly Column<ScenarioLine> OutputChange = Share(
        "outputChange",
        "Change of output that arrives, at prices before.",
        l => l.Outcome?.OutputChange ?? l.Sector?.OutputChange
    );

    public static readonly Column<ScenarioLine> OutputMoney = Money("outputMoney", "The same in money.", l => l.Sector?.OutputMoney);

    public static readonly Column<ScenarioLine> ExportsChange = Share(
        "exportsChange",
        "Change of exports that arrive, at prices before.",
        l => l.Outcome?.ExportsChange ?? l.Sector?.ExportsChange
    );

    public static readonly Column<ScenarioLine> ImportsChange = Share(
        "importsChange",
        "Change of imports that arrive, at prices before.",
        l => l.Outcome?.ImportsChange
    );

    public static readonly Column<ScenarioLine> TermsOfTradeChange = Share(
        "termsOfTradeChange",
        "Change of export prices over import prices, both at the seller's door.",
        l => l.Outcome?.TermsOfTradeChange
    );

    public static readonly Column<ScenarioLine> CostChange = Share(
        "costChange",
        "Change of unit cost in units of the region's factor; at given wages under the first-order lens.",
        l => l.Sector?.CostChange
    );

    public static readonly Column<ScenarioLine> Lift = Share(
        "lift",
        "Downstream: unit cost saved over output. Upstream: output behind changed purchases over output.",
        l => l.Lifted?.Change
    );

    public static readonly Column<ScenarioLine> LiftMoney = Money("liftMoney", "The same in money.", l => l.Lifted?.Money);

    public static readonly Column<ScenarioLine> Carrier = Text(
        "carrier",
        "Code of the industry that carries a technology.",
        l => l.Carrier
    );

    public static readonly Column<ScenarioLine> ShareOfCarrier = Share(
        "shareOfCarrier",
        "Share of that industry, as declared or as the part that is split off has it.",
        l => l.ShareOfCarrier
    );

    public static readonly Column<ScenarioLine> Status = Text(
        "status",
        "ok, partial, infeasible, collapse, not-converged or not-represented.",
        l => l.Lens?.Status
    );

    public static readonly Column<ScenarioLine> ValueAddedLost = Money(
        "valueAddedLost",
        $"Value added that is lost, in all or by a cause; {OfValueAdded} lenses only.",
        l => l.Sector?.ValueAddedLost ?? l.Cause?.ValueAddedLost
    );

    public static readonly Column<ScenarioLine> ShareOfLoss = Share(
        "shareOfLoss",
        "Share of all that regions lose under the lens that is due to the cause.",
        l => l.ShareOfLoss
    );

    public static readonly Column<ScenarioLine> Input = Text(
        "input",
        "Code of the input whose stock, or capital good whose wear, holds the industry back.",
        l => l.Input
    );

    public static readonly Column<ScenarioLine> Origin = Text(
        "origin",
        "Code of the region that delivers less of the input, or abroad.",
        l => l.Origin
    );

    public static readonly Column<ScenarioLine> Month = new("month", "months", "The month, from 1.", ColumnStyle.Whole, null, l => l.Month);

    public static readonly Column<ScenarioLine> CapitalOrders = Share(
        "capitalOrders",
        "Change of what an industry orders of capital goods, where its investment changes.",
        l => l.CapitalOrders
    );

    public static readonly Column<ScenarioLine> CapitalLeft = Share(
        "capitalLeft",
        "Change of its capital, each good by its value in use: capacity falls with it.",
        l => l.CapitalLeft
    );

    /// <summary>Where the band begins.</summary>
    public static readonly Column<ScenarioLine> Low = Share("low", "Lower end of the 90% band, likewise.", l => l.Band?.Low);

    /// <summary>Where it ends.</summary>
    public static readonly Column<ScenarioLine> High = Share("high", "Upper end of the 90% band, likewise.", l => l.Band?.High);

    /// <summary>All of them, as data formats have them.</summary>
    public static IReadOnlyList<Column<ScenarioLine>> All { get; } =
    [
        Text(
            "part",
            "What the row is: shock, carrier, lens, region, sector, cause, course, month, investment, downstream, upstream, "
                + "unrepresented or infeasible.",
            l => l.Part
        ),
        Lens,
        Region,
        RegionName,
        Code,
        Name,
        Shock,
        Words,
        Base,
        Loss,
        LossMoney,
        Output,
        OutputChange,
        OutputMoney,
        ExportsChange,
        ImportsChange,
        TermsOfTradeChange,
        Share(
            "realGdpChange",
            "Change of real GDP from the expenditure side; equilibrium of many regions only.",
            l => l.Outcome?.RealGdpChange
        ),
        Share("realWageChange", "Change of the real wage; equilibrium of many regions only.", l => l.Outcome?.RealWageChange),
        Log(
            "partDirect",
            "Part of the change of real final spending: what hits the region's own makers and purchases.",
            l => l.Outcome?.Parts?.Direct
        ),
        Log("partSupplier", "What hits others and reaches it through what it buys.", l => l.Outcome?.Parts?.Supplier),
        Log("partBuyer", "What buyers come to order of its factors.", l => l.Outcome?.Parts?.Buyer),
        Log(
            "partTermsOfTrade",
            "What the move of factor prices then changes; the four parts sum to ln(1 - loss).",
            l => l.Outcome?.Parts?.TermsOfTrade
        ),
        CostChange,
        ValueAddedLost,
        ShareOfLoss,
        Input,
        Origin,
        Month,
        CapitalOrders,
        CapitalLeft,
        Lift,
        LiftMoney,
        Carrier,
        ShareOfCarrier,
        Status,
        new(
            "iterations",
            "iterations",
            "Iterations of the solver; 0 for a closed form.",
            ColumnStyle.Whole,
            null,
            l => l.Whole?.Iterations
        ),
        new(
            "residual",
            "log points",
            $"Largest gap that was left; share of output under the {OfValueAdded} lenses.",
            ColumnStyle.Number,
            null,
            l => l.Whole?.Residual
        ),
        Text("horizon", "Time that the lens speaks of; null until a lens has one in months.", _ => null),
        Share("median", "Median over draws: of the loss of a lens or region, of the change of output of a sector.", l => l.Band?.Median),
        Low,
        High,
        Share(
            "rankShare",
            "Share of draws in which the region's place by loss is within a tenth of their number of that of the loss.",
            l => l.RankShare
        ),
    ];

    /// <summary>A row a lens and region: what programs read of a run.</summary>
    public static IReadOnlyList<Column<ScenarioLine>> Losses { get; } =
    [
        Headed(Lens with { Meaning = "The model." }),
        Headed(Region with { Meaning = "Code of the region." }),
        Headed(RegionName with { Name = "name", Meaning = "Its name." }),
        Headed(Loss with { Meaning = LossInFull }),
    ];

    /// <summary>The lenses that count value added, by their words.</summary>
    public static string OfValueAdded =>
        string.Join(", ", LensRegistry.Default.All.Where(l => l.LossOf == "value added").Select(l => l.Word));

    /// <summary>What a loss is, where no column beside it says of what.</summary>
    private static string LossInFull =>
        $"Share of real final spending, or of value added under {OfValueAdded}, that is lost; below 0 where the region gains.";

    /// <summary>What one lens says that a region loses, beside others: the column has the lens's word.</summary>
    public static Column<ScenarioLine> LossUnder(LensResult lens, string name, string heading) =>
        Loss with
        {
            Name = name,
            Meaning = LossInFull,
            Heading = heading,
            Value = line => lens.Figures.Regions.FirstOrDefault(o => o.Region == line.RegionNumber)?.Loss,
        };

    private static Column<ScenarioLine> Headed(Column<ScenarioLine> column) => column with { Heading = column.Name };

    private static Column<ScenarioLine> Text(string name, string meaning, Func<ScenarioLine, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, null, value);

    private static Column<ScenarioLine> Log(string name, string meaning, Func<ScenarioLine, object?> value) =>
        new(name, "log points", meaning, ColumnStyle.Number, null, value);

    private static Column<ScenarioLine> Share(string name, string meaning, Func<ScenarioLine, object?> value) =>
        new(name, "share", meaning, ColumnStyle.Share, null, value);

    private static Column<ScenarioLine> Money(string name, string meaning, Func<ScenarioLine, object?> value) =>
        new(name, Column.Money, meaning, ColumnStyle.Money, null, value);
}
