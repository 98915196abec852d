// Tests of environment variables change what other tests would read at the same time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
