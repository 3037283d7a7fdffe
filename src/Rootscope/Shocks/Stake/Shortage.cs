namespace Rootscope.Shocks.Stake;

/// <summary>How short a product is at a moment.</summary>
/// <param name="Flow">Share of its supply for current inputs, final use and exports that is missing.</param>
/// <param name="Services">Share of its services as a capital good that is missing.</param>
/// <param name="IsReplaced">Whether the flow is back, so that users may take more of it than before: it has no limit any more.</param>
internal readonly record struct Shortage(double Flow, double Services, bool IsReplaced = false);

/// <summary>Which limits bind, so that users pay more than a thing costs.</summary>
[Flags]
internal enum BindingLimits
{
    /// <summary>Users take less than there is.</summary>
    None = 0,

    /// <summary>That of current inputs, final use and exports.</summary>
    Flow = 1,

    /// <summary>That of services.</summary>
    Services = 2,

    /// <summary>Both.</summary>
    Both = Flow | Services,
}

/// <summary>The equilibrium of a shortage.</summary>
/// <param name="Status">How it ended; without <see cref="CutStatus.Ok"/> the other figures mean nothing.</param>
/// <param name="Binding">Which limits bind.</param>
/// <param name="Figures">What was found.</param>
/// <param name="RentShare">What users pay for the scarce product beyond its cost, as a share of what households spend.</param>
internal readonly record struct ShortageSolution(CutStatus Status, BindingLimits Binding, ShortageFigures Figures, double RentShare)
{
    /// <summary>Share of real final spending that is lost.</summary>
    public double Loss => Math.Max(0, 1 - Figures.Spending);

    /// <summary>How far from the base: the larger of what is lost and of what is paid as rent, as shares of final spending.</summary>
    public double Strain => Math.Max(Loss, RentShare);
}

/// <summary>Figures of an economy with a scarce product.</summary>
/// <param name="FlowSupply">ln of the supply for current use over the base's.</param>
/// <param name="ServicesSupply">ln of services over the base's.</param>
/// <param name="Spending">Real final spending over the base's.</param>
/// <param name="FlowScarcity">ln of what users pay over cost.</param>
/// <param name="ServicesScarcity">The same of services.</param>
internal readonly record struct ShortageFigures(
    double FlowSupply,
    double ServicesSupply,
    double Spending,
    double FlowScarcity,
    double ServicesScarcity
)
{
    public static ShortageFigures Base { get; } = new(0, 0, 1, 0, 0);

    public static ShortageFigures operator +(ShortageFigures a, ShortageFigures b) =>
        new(
            a.FlowSupply + b.FlowSupply,
            a.ServicesSupply + b.ServicesSupply,
            a.Spending + b.Spending,
            a.FlowScarcity + b.FlowScarcity,
            a.ServicesScarcity + b.ServicesScarcity
        );

    public static ShortageFigures operator *(double factor, ShortageFigures a) =>
        new(factor * a.FlowSupply, factor * a.ServicesSupply, factor * a.Spending, factor * a.FlowScarcity, factor * a.ServicesScarcity);

    public static ShortageFigures operator -(ShortageFigures a, ShortageFigures b) => a + (-1 * b);
}
