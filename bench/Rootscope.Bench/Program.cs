using BenchmarkDotNet.Running;
using Rootscope.Bench;

// dotnet run -c Release --project bench/Rootscope.Bench -- whole [FOLDER of the source tables]
// dotnet run -c Release --project bench/Rootscope.Bench -- paths
// dotnet run -c Release --project bench/Rootscope.Bench -- series
// dotnet run -c Release --project bench/Rootscope.Bench -- --filter '*'
if (args is ["whole", ..])
{
    return WholeProcess.Run(args.Length > 1 ? args[1] : null);
}

if (args is ["paths"])
{
    return PathTimes.Run();
}

if (args is ["series"])
{
    return SeriesTimes.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(EquilibriumCuts).Assembly).Run(args);
return 0;
